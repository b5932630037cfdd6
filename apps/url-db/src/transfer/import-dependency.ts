import type { UrlNode, UrlStore } from '../storage/store.ts';
import { parseUrl } from '../urls/parse-url.ts';
import { fillWords, type Words } from '../words.ts';
import type { DependencyEntry } from './entry.ts';
import { faults } from './faults.ts';

/** Answers why not, where it cannot be. */
export async function importDependency(
  store: UrlStore,
  { dependent, dependency, type, cascadeDelete, description }: DependencyEntry,
  dependentDomain: string,
  dependencyDomain: string,
): Promise<'added' | 'known' | Words> {
  const from = await find(store, dependent.url, dependentDomain);
  if (!from) return fillWords(faults.noNode, { url: dependent.url });
  const to = await find(store, dependency.url, dependencyDomain);
  if (!to) return fillWords(faults.noNode, { url: dependency.url });
  const outcome = await store.addDependency({
    dependent: { domainName: from.domainName, id: from.id },
    dependency: { domainName: to.domainName, id: to.id },
    type,
    cascadeDelete,
    description,
  });
  switch (outcome) {
    case 'self':
      return faults.self;
    case 'cycle':
      return faults.cycle;
    case 'no_dependent':
      return fillWords(faults.noNode, { url: dependent.url });
    case 'no_dependency':
      return fillWords(faults.noNode, { url: dependency.url });
    default:
      return 'added' in outcome ? 'added' : 'known';
  }
}

async function find(
  store: UrlStore,
  url: string,
  domainName: string,
): Promise<UrlNode | undefined> {
  if (!('url' in parseUrl(url, [URL.parse(url)?.protocol.slice(0, -1) ?? '']))) return undefined;
  return (await store.findNodes(url, domainName))[0];
}
