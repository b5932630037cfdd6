import type { AttributeType } from '../../attributes/types.ts';
import { type Context, isId } from '../context.ts';
import { findDomain } from '../domains/read-domains.ts';
import { row, rows, type Step } from '../step.ts';
import type { AttributeDefinition, UrlStore } from '../store.ts';
import { type DefinitionRow, definitionColumns, toDefinition } from './definition-row.ts';

export function* listDefinitions(
  domainName: string,
): Step<readonly AttributeDefinition[] | undefined> {
  const domain = yield* findDomain(domainName);
  if (!domain) return undefined;
  const found = yield* rows<DefinitionRow>(
    `SELECT ${definitionColumns} FROM attribute_definitions WHERE domain_id = ? ORDER BY name`,
    [domain.id],
  );
  return found.map((definition) => toDefinition(domainName, definition));
}

export function* getDefinition(
  domainName: string,
  id: number,
  ending = '',
): Step<AttributeDefinition | undefined> {
  if (!isId(id)) return undefined;
  const found = yield* row<DefinitionRow>(
    `SELECT ${definitionColumns} FROM attribute_definitions
     WHERE id = ? AND domain_id = (SELECT id FROM domains WHERE name = ?)${ending}`,
    [id, domainName],
  );
  return found && toDefinition(domainName, found);
}

export function* createDefinition(
  context: Context,
  { domainName, name, type, description }: Parameters<UrlStore['createAttributeDefinition']>[0],
): Step<AttributeDefinition | { readonly duplicate: AttributeDefinition } | 'no_domain'> {
  const domain = yield* findDomain(domainName);
  if (!domain) return 'no_domain';
  const added = yield* addDefinition(context, domain.id, { name, type, description });
  if (added) return toDefinition(domainName, added);
  const duplicate = yield* definitionNamed(domain.id, name);
  if (!duplicate) throw new Error('An attribute is defined by nobody, and cannot be defined.');
  return { duplicate: toDefinition(domainName, duplicate) };
}

/** Undefined where the domain has one of that name. */
export function addDefinition(
  { now }: Context,
  domainId: number,
  definition: {
    readonly name: string;
    readonly type: AttributeType;
    readonly description: string | null;
  },
): Step<DefinitionRow | undefined> {
  const at = now();
  return row<DefinitionRow>(
    `INSERT INTO attribute_definitions (domain_id, name, type, description, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (domain_id, name) DO NOTHING RETURNING ${definitionColumns}`,
    [domainId, definition.name, definition.type, definition.description, at, at],
  );
}

export function definitionNamed(domainId: number, name: string): Step<DefinitionRow | undefined> {
  return row<DefinitionRow>(
    `SELECT ${definitionColumns} FROM attribute_definitions WHERE domain_id = ? AND name = ?`,
    [domainId, name],
  );
}

export function* updateDefinition(
  { dialect, now }: Context,
  domainName: string,
  id: number,
  changes: Parameters<UrlStore['updateAttributeDefinition']>[2],
): Step<AttributeDefinition | { readonly duplicate: AttributeDefinition } | undefined> {
  const found = yield* getDefinition(domainName, id, dialect.forUpdate);
  if (!found) return undefined;
  const name = changes.name ?? found.name;
  const description = changes.description === undefined ? found.description : changes.description;
  if (name === found.name && description === found.description) return found;
  if (name !== found.name) {
    const domain = yield* findDomain(domainName);
    const duplicate = domain && (yield* definitionNamed(domain.id, name));
    if (duplicate) return { duplicate: toDefinition(domainName, duplicate) };
  }
  const updatedAt = now();
  yield* rows(
    'UPDATE attribute_definitions SET name = ?, description = ?, updated_at = ? WHERE id = ?',
    [name, description, updatedAt, id],
  );
  return { ...found, name, description, updatedAt };
}
