import { isIPv4 } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { twilioSettings } from '@jeonbo/server';
import { defaultDatabaseUrl } from '@jeonbo/store';
import type { Environment } from '../types.ts';
import { type Manifest, ownPackage } from './manifest.ts';
import { IsolateError } from './problem.ts';
import { isDomain, type RuntimePermission } from './runtime-permission.ts';

/** What a server needs, and how it is told where things are. */
export interface Requested {
  readonly permissions: readonly RuntimePermission[];
  /** Set in the container beside what is consented to. */
  readonly settings: Readonly<Record<string, string>>;
  /** The folder of the ledger, made where it does not exist yet. */
  readonly ledger?: string;
}

/**
 * What the Twilio server asks for with these settings. Another one (a manifest of the operator's) gets the same without
 * our ledger. Where it has to be installed first, the operator allows the registry (or a mirror) with --allow-domain.
 *
 * @throws IsolateError where a setting is no address
 */
export function requestedBy(manifest: Manifest, environment: Environment): Requested {
  const url = environment.TWILIO_API_BASE_URL || 'https://api.twilio.com';
  const permissions: RuntimePermission[] = [endpointOf(url, 'TWILIO_API_BASE_URL')];
  // Its language is no secret: the launcher says it.
  for (const { name } of twilioSettings)
    if (environment[name] && name !== 'JEONBO_LANG') permissions.push({ kind: 'env', name });
  if (manifest.package === ownPackage && manifest.exec_command === undefined)
    return withLedger(permissions, environment);
  return { permissions, settings: {} };
}

function withLedger(given: readonly RuntimePermission[], environment: Environment): Requested {
  const { JEONBO_RECIPIENT_BOOK: book, DATABASE_URL } = environment;
  const permissions = [...given];
  if (book) permissions.push({ kind: 'path', path: resolve(book), mode: 'ro' });
  const settings = book ? { JEONBO_RECIPIENT_BOOK: resolve(book) } : {};
  const url = DATABASE_URL || defaultDatabaseUrl(environment);
  if (/^postgres(?:ql)?:\/\//.test(url))
    return { permissions: [...permissions, endpointOf(url, 'DATABASE_URL', 5432)], settings };
  const file = filePath(url);
  const ledger = dirname(file);
  return {
    permissions: [...permissions, { kind: 'path', path: ledger, mode: 'rw' }],
    // Absolute: neither the working folder nor the home is the same in there.
    settings: { ...settings, DATABASE_URL: `file:${file}` },
    ledger,
  };
}

function endpointOf(address: string, field: string, defaultPort?: number): RuntimePermission {
  const url = URL.parse(address);
  const host = url?.hostname.toLowerCase() ?? '';
  const port = Number(url?.port) || (defaultPort ?? (url?.protocol === 'http:' ? 80 : 443));
  if (isIPv4(host)) return { kind: 'host', host, port };
  const isWeb = defaultPort !== undefined || /^https?:$/.test(url?.protocol ?? '');
  if (isWeb && isDomain(host)) return { kind: 'domain', domain: host, port };
  const code = field === 'DATABASE_URL' ? 'DATABASE_URL_WRONG' : 'URL_WRONG';
  throw new IsolateError([{ code, field }]);
}

function filePath(url: string): string {
  const rest = url.replace(/^file:/, '');
  if (rest === url || rest === '' || rest.startsWith(':'))
    throw new IsolateError([{ code: 'DATABASE_URL_WRONG', field: 'DATABASE_URL' }]);
  if (rest.startsWith('//')) return fileURLToPath(url);
  return resolve(/^~(?=\/|$)/.test(rest) ? join(homedir(), rest.slice(1)) : rest);
}
