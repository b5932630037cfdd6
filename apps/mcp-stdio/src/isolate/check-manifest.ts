import { suggest } from '@jeonbo/server';
import { type Manifest, registries } from './manifest.ts';
import { type ManifestPermission, manifestPermissions } from './permissions.ts';
import { IsolateError, type Problem } from './problem.ts';

interface Field {
  readonly needed: boolean;
  readonly right: string;
  readonly is: (value: unknown) => boolean;
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

const fields: Readonly<Record<keyof Manifest, Field>> = {
  name: { needed: true, right: '"SpendWise SMS Server"', is: isText },
  description: { needed: true, right: '"Sends SMS via Twilio"', is: isText },
  registry: {
    needed: true,
    right: registries.map((name) => `"${name}"`).join(', '),
    is: (value) => registries.some((name) => name === value),
  },
  package: {
    needed: true,
    right: '"@jeonbo/mcp-stdio"',
    // It becomes a word of a command line. Versions: npm's @1.2.3, pypi's ==1.2.3.
    is: (value) =>
      typeof value === 'string' && /^(?:@[\w.-]+\/)?\w[\w.-]*(?:(?:@|==)[\w.+-]+)?$/.test(value),
  },
  permissions: {
    needed: true,
    right: '["mcp.ac.network.client", "mcp.ac.system.env.read"]',
    is: Array.isArray,
  },
  code_mount: { needed: false, right: '"./mcp-server-sms"', is: isText },
  exec_command: { needed: false, right: '"python3 -m mcp_server_sms"', is: isText },
};
const fieldNames = Object.keys(fields) as (keyof Manifest)[];

/** @throws IsolateError with everything that is wrong */
export function checkManifest(value: Readonly<Record<string, unknown>>): Manifest {
  const problems = [
    ...Object.keys(value).flatMap(unknownField),
    ...fieldNames.flatMap((name) => checkField(name, value[name])),
    ...(Array.isArray(value.permissions) ? checkPermissions(value.permissions) : []),
  ];
  if (isText(value.code_mount) && value.exec_command === undefined)
    problems.push({
      code: 'FIELD_MISSING',
      field: 'exec_command',
      values: { right: fields.exec_command.right },
    });
  if (problems.length > 0) throw new IsolateError(problems);
  return value as unknown as Manifest;
}

function unknownField(name: string): Problem[] {
  if (Object.hasOwn(fields, name)) return [];
  const values = { known: fieldNames.join(', '), suggestion: meant(name, fieldNames) };
  return [{ code: 'FIELD_UNKNOWN', field: name, values }];
}

function checkField(name: keyof Manifest, value: unknown): Problem[] {
  const { needed, right, is } = fields[name];
  if (value === undefined)
    return needed ? [{ code: 'FIELD_MISSING', field: name, values: { right } }] : [];
  if (is(value)) return [];
  return [{ code: 'FIELD_WRONG', field: name, values: { value: shown(value), right } }];
}

function checkPermissions(list: readonly unknown[]): Problem[] {
  return list.flatMap((value, index): Problem[] => {
    const field = `permissions[${index}]`;
    if (!isPermission(value)) {
      const suggestion = typeof value === 'string' ? meant(value, manifestPermissions) : '';
      const values = { value: shown(value), known: manifestPermissions.join(', '), suggestion };
      return [{ code: 'PERMISSION_UNKNOWN', field, values }];
    }
    if (list.indexOf(value) === index) return [];
    return [{ code: 'PERMISSION_TWICE', field, values: { value } }];
  });
}

function isPermission(value: unknown): value is ManifestPermission {
  return manifestPermissions.some((name) => name === value);
}

function meant(word: string, known: readonly string[]): string {
  const found = suggest(word, known);
  return found ? `→ ${found}. ` : '';
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 80);
}
