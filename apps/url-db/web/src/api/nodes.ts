import { request } from './request.ts';
import type { Attribute, AttributeInput, Node, NodesPage } from './types.ts';

/** The first page shall be there at once; who scrolls further wants many. */
const FIRST_PAGE = 50;
const NEXT_PAGE = 100;

const path = (key: string): string => `/nodes/${encodeURIComponent(key)}`;

export function listNodes(
  query: { readonly domain: string | null; readonly search: string; readonly cursor?: string },
  signal?: AbortSignal,
): Promise<NodesPage> {
  const size = query.cursor === undefined ? FIRST_PAGE : NEXT_PAGE;
  const parameters = new URLSearchParams({ size: String(size) });
  if (query.domain !== null) parameters.set('domain_name', query.domain);
  if (query.search !== '') parameters.set('search', query.search);
  if (query.cursor !== undefined) parameters.set('cursor', query.cursor);
  return request('GET', `/nodes?${parameters}`, { signal });
}

export function createNode(input: {
  readonly domain: string;
  readonly url: string;
  readonly title: string;
  readonly description: string;
}): Promise<Node> {
  const { domain, url, title, description } = input;
  return request('POST', '/nodes', {
    body: {
      domain_name: domain,
      url,
      title: title || null,
      description: description || null,
    },
  });
}

export function getNode(key: string, signal?: AbortSignal): Promise<Node> {
  return request('GET', path(key), { signal });
}

export function updateNode(
  key: string,
  changes: { readonly title: string | null; readonly description: string | null },
): Promise<Node> {
  return request('PUT', path(key), { body: changes });
}

export function deleteNode(key: string, options: { readonly keepalive: boolean }): Promise<void> {
  return request('DELETE', path(key), options);
}

export async function getAttributes(
  key: string,
  signal?: AbortSignal,
): Promise<readonly Attribute[]> {
  const answer = await request<{ attributes: Attribute[] }>('GET', `${path(key)}/attributes`, {
    signal,
  });
  return answer.attributes;
}

/** Replaces the attributes that are named and leaves the others. */
export async function setAttributes(
  key: string,
  attributes: readonly AttributeInput[],
): Promise<readonly Attribute[]> {
  const answer = await request<{ attributes: Attribute[] }>('PUT', `${path(key)}/attributes`, {
    body: { attributes },
  });
  return answer.attributes;
}

export function deleteAttribute(key: string, name: string): Promise<void> {
  return request('DELETE', `${path(key)}/attributes/${encodeURIComponent(name)}`);
}
