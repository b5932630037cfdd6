import { row, rows, type Step } from '../step.ts';
import type { Domain } from '../store.ts';
import { type DomainRow, domainColumns, toDomain } from './domain-row.ts';

export function* listDomains(): Step<readonly Domain[]> {
  const found = yield* rows<DomainRow>(`SELECT ${domainColumns} FROM domains ORDER BY name`);
  return found.map(toDomain);
}

export function* getDomain(name: string): Step<Domain | undefined> {
  const found = yield* findDomain(name);
  return found && toDomain(found);
}

export function findDomain(name: string, ending = ''): Step<DomainRow | undefined> {
  return row<DomainRow>(`SELECT ${domainColumns} FROM domains WHERE name = ?${ending}`, [name]);
}
