import { domainNotFound } from '../errors/make-errors.ts';
import type { UrlStore } from '../storage/store.ts';

/** @throws UrlDbError `DOMAIN_NOT_FOUND` where one is named that is not there */
export async function requireDomain(
  name: string | undefined,
  { store }: { readonly store: Pick<UrlStore, 'getDomain'> },
): Promise<void> {
  if (name !== undefined && !(await store.getDomain(name))) throw domainNotFound(name);
}
