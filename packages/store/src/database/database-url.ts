import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JeonboError } from '@jeonbo/core';

export type DatabaseAddress =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly url: string };

/**
 * Where the store is when DATABASE_URL is not set.
 *
 * @example defaultDatabaseUrl(process.env) // 'file:/home/kim/.local/share/jeonbo/jeonbo.sqlite'
 */
export function defaultDatabaseUrl(
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const dataHome = environment.XDG_DATA_HOME || join(homedir(), '.local', 'share');
  return `file:${join(dataHome, 'jeonbo', 'jeonbo.sqlite')}`;
}

/** @throws JeonboError `VALIDATION_ERROR` where it is neither `file:…` nor `postgres://…` */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  if (/^postgres(?:ql)?:\/\//.test(url)) {
    if (!URL.canParse(url)) throw invalidUrl('is no valid postgres:// address', url);
    return { engine: 'postgres', url };
  }
  if (!url.startsWith('file:')) throw invalidUrl('is neither file:… nor postgres://…', url);
  return { engine: 'sqlite', path: filePath(url) };
}

/** The address for people: without user name, password and parameters (which may hold one too). */
export function withoutPassword(url: string): string {
  if (url.startsWith('file:')) return url;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed ? `${parsed.protocol}//${parsed.host}${parsed.pathname}` : '(not readable)';
}

/** `file:./name`, `file:/name`, `file:~/name` and the strict `file:///name`. */
function filePath(url: string): string {
  const rest = url.slice('file:'.length);
  if (rest.startsWith('//')) return fileUrlPath(url);
  // SQLite would take these for a database in memory and forget every send with the process.
  if (rest === '' || rest.startsWith(':'))
    throw invalidUrl('names no file; the ledger must outlive the process', url);
  return resolve(/^~(?=\/|$)/.test(rest) ? join(homedir(), rest.slice(1)) : rest);
}

function fileUrlPath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw invalidUrl('is no valid file address (write file:/path or file:./path)', url);
  }
}

function invalidUrl(what: string, url: string): JeonboError {
  return new JeonboError('VALIDATION_ERROR', `DATABASE_URL ${what}: ${withoutPassword(url)}`, {
    field: 'DATABASE_URL',
  });
}
