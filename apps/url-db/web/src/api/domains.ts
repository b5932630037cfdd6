import { request } from './request.ts';
import type { AttributeType, Definition, Domain } from './types.ts';

const path = (name: string): string => `/domains/${encodeURIComponent(name)}`;

export async function listDomains(): Promise<readonly Domain[]> {
  return (await request<{ domains: Domain[] }>('GET', '/domains')).domains;
}

export function createDomain(name: string, description: string): Promise<Domain> {
  return request('POST', '/domains', { body: { name, description: description || null } });
}

export function updateDomain(
  name: string,
  changes: { readonly description?: string | null; readonly strip_tracking?: boolean },
): Promise<Domain> {
  return request('PUT', path(name), { body: changes });
}

/** With all that is in it. */
export function deleteDomain(name: string): Promise<void> {
  return request('DELETE', `${path(name)}?force=true`);
}

export async function listDefinitions(domain: string): Promise<readonly Definition[]> {
  return (await request<{ attributes: Definition[] }>('GET', `${path(domain)}/attributes`))
    .attributes;
}

export function createDefinition(
  domain: string,
  input: { readonly name: string; readonly type: AttributeType; readonly description: string },
): Promise<Definition> {
  const { name, type, description } = input;
  return request('POST', `${path(domain)}/attributes`, {
    body: { name, type, description: description || null },
  });
}

/** Refused while values of it exist, unless they shall go too. */
export function deleteDefinition(key: string, withValues: boolean): Promise<void> {
  return request('DELETE', `/attributes/${encodeURIComponent(key)}?force=${withValues}`);
}
