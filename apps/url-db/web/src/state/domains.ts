import { computed, signal } from '@preact/signals';
import { listDefinitions, listDomains } from '../api/domains.ts';
import { asFailure, type Failure } from '../api/failure.ts';
import type { Definition, Domain } from '../api/types.ts';
import { route } from './route.ts';

/** By name; null until the server told them. */
export const domains = signal<readonly Domain[] | null>(null);
export const domainsFailure = signal<Failure | null>(null);

/** The one whose list is shown; null for all, and for one that is not there. */
export const chosenDomain = computed(
  () => domains.value?.find(({ name }) => name === route.value.domain) ?? null,
);

/** Without a domain there is nothing to search, and nowhere to add to. */
export const isNew = computed(() => domains.value?.length === 0);

/** Of all domains together; null until the server told them. */
export const allCount = computed(
  () => domains.value?.reduce((sum, { node_count }) => sum + node_count, 0) ?? null,
);

export async function loadDomains(): Promise<void> {
  try {
    domains.value = await listDomains();
    domainsFailure.value = null;
  } catch (error) {
    domainsFailure.value = asFailure(error);
  }
}

/** One that was made or changed. */
export function putDomain(domain: Domain): void {
  const others = (domains.value ?? []).filter(({ name }) => name !== domain.name);
  domains.value = [...others, domain].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function dropDomain(name: string): void {
  domains.value = (domains.value ?? []).filter((domain) => domain.name !== name);
}

/** Without asking again: the server keeps the same counter. */
export function countNodes(name: string, difference: number): void {
  domains.value = (domains.value ?? []).map((domain) =>
    domain.name === name ? { ...domain, node_count: domain.node_count + difference } : domain,
  );
}

/** What each domain defines, as far as it was asked for. */
export const definitions = signal<ReadonlyMap<string, readonly Definition[]>>(new Map());

export async function loadDefinitions(domain: string): Promise<void> {
  const list = await listDefinitions(domain);
  definitions.value = new Map([...definitions.value, [domain, list]]);
}
