import type { AttributeType } from '../../attributes/types.ts';
import type { AttributeDefinition } from '../store.ts';

export const definitionColumns = 'id, name, type, description, created_at, updated_at';

export interface DefinitionRow {
  readonly id: number;
  readonly name: string;
  readonly type: AttributeType;
  readonly description: string | null;
  readonly created_at: number;
  readonly updated_at: number;
}

export function toDefinition(domainName: string, row: DefinitionRow): AttributeDefinition {
  return {
    id: row.id,
    domainName,
    name: row.name,
    type: row.type,
    description: row.description,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
