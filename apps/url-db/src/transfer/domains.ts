import { isAttributeName } from '../attributes/attribute-name.ts';
import type { AttributeType } from '../attributes/types.ts';
import { attributeProblemWords } from '../errors/problem-words.ts';
import type { UrlStore } from '../storage/store.ts';
import { fillWords, type Words } from '../words.ts';
import type { DomainEntry } from './entry.ts';
import { faults } from './faults.ts';

/** The domains of an import and what they define, each looked up once. */
export interface Domains {
  /** Makes it where it is missing. */
  make(name: string): Promise<void>;
  /** The same with all that a file says of it. What is there already stays. Answers what does not fit it. */
  describe(entry: DomainEntry): Promise<readonly Words[]>;
  /** Defines an attribute where it is not; why not, where that cannot be. */
  define(
    domainName: string,
    name: string,
    type: AttributeType,
    description?: string | null,
  ): Promise<Words | undefined>;
}

export function createDomains(store: UrlStore): Domains {
  const types = new Map<string, Map<string, AttributeType>>();

  const known = async (domainName: string) => {
    const kept = types.get(domainName);
    if (kept) return kept;
    const definitions = (await store.listAttributeDefinitions(domainName)) ?? [];
    const found = new Map(definitions.map(({ name, type }) => [name, type]));
    types.set(domainName, found);
    return found;
  };
  const make = async (name: string, entry?: DomainEntry) => {
    if (types.has(name)) return;
    const { description = null, stripTracking = false } = entry ?? {};
    await store.createDomain({ name, description, stripTracking });
    await known(name);
  };
  const define: Domains['define'] = async (domainName, name, type, description = null) => {
    const defined = await known(domainName);
    if (defined.has(name)) return undefined;
    if (!isAttributeName(name)) return attributeFault(name, 'bad_name');
    const made = await store.createAttributeDefinition({ domainName, name, type, description });
    if (made !== 'no_domain') defined.set(name, 'duplicate' in made ? made.duplicate.type : type);
    return undefined;
  };

  return {
    make: (name) => make(name),
    define,
    async describe(entry) {
      await make(entry.name, entry);
      const problems: Words[] = [];
      for (const { name, type, description } of entry.attributes) {
        const problem = await define(entry.name, name, type, description);
        const kept = (await known(entry.name)).get(name);
        if (problem) problems.push(problem);
        else if (kept && kept !== type) problems.push(fillWords(faults.type, { name, type: kept }));
      }
      return problems;
    },
  };
}

export function attributeFault(
  name: string,
  problem: keyof typeof attributeProblemWords,
  limit?: number,
): Words {
  const { en, ko } = fillWords(attributeProblemWords[problem], { limit });
  return {
    en: fillWords(faults.attribute, { name, reason: en }).en,
    ko: fillWords(faults.attribute, { name, reason: ko }).ko,
  };
}
