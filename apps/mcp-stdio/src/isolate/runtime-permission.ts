import { isIPv4 } from 'node:net';
import type { ManifestPermission } from './permissions.ts';

/** What a running server is given, one by one, each with a person's yes. */
export type RuntimePermission =
  /** A name, pinned to its addresses. */
  | { readonly kind: 'domain'; readonly domain: string; readonly port: number }
  /** An IPv4 address. */
  | { readonly kind: 'host'; readonly host: string; readonly port: number }
  /** An environment variable of this process, which the server may read. */
  | { readonly kind: 'env'; readonly name: string }
  /** A file or folder of this machine, at the same path in the container. `rw` can delete too: a mount knows no less. */
  | { readonly kind: 'path'; readonly path: string; readonly mode: 'ro' | 'rw' };

export type PermissionKind = RuntimePermission['kind'];

/** What the manifest has to declare for it. */
export function neededFor(permission: RuntimePermission): readonly ManifestPermission[] {
  switch (permission.kind) {
    case 'domain':
    case 'host':
      return ['mcp.ac.network.client'];
    case 'env':
      return ['mcp.ac.system.env.read'];
    case 'path':
      return permission.mode === 'rw'
        ? ['mcp.ac.filesystem.read', 'mcp.ac.filesystem.write']
        : ['mcp.ac.filesystem.read'];
  }
}

/** As it is typed after its option: `api.twilio.com:443`. The same text is the same permission. */
export function textOf(permission: RuntimePermission): string {
  switch (permission.kind) {
    case 'domain':
      return `${permission.domain}:${permission.port}`;
    case 'host':
      return `${permission.host}:${permission.port}`;
    case 'env':
      return permission.name;
    case 'path':
      return `${permission.path}:${permission.mode}`;
  }
}

export function optionOf({ kind }: RuntimePermission): `--allow-${PermissionKind}` {
  return `--allow-${kind}`;
}

/** Reads what {@link textOf} writes; `undefined` where it is none. */
export function parsePermission(
  kind: PermissionKind,
  text: string,
  resolvePath: (path: string) => string,
): RuntimePermission | undefined {
  if (kind === 'env') return /^[A-Za-z_]\w*$/.test(text) ? { kind, name: text } : undefined;
  const [, start = '', end = ''] = /^(.+):([^:]*)$/.exec(text) ?? [];
  if (kind === 'path')
    return start && (end === 'ro' || end === 'rw')
      ? { kind, path: resolvePath(start), mode: end }
      : undefined;
  const port = /^\d{1,5}$/.test(end) ? Number(end) : 0;
  if (port < 1 || port > 65_535) return undefined;
  if (kind === 'host') return isIPv4(start) ? { kind, host: start, port } : undefined;
  const domain = start.toLowerCase();
  return isDomain(domain) ? { kind, domain, port } : undefined;
}

/** A name to look up. No wildcard: what is pinned has to be known. */
export function isDomain(text: string): boolean {
  return (
    text.length <= 253 &&
    !isIPv4(text) &&
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text)
  );
}
