import { appendLines } from '../audit/append-lines.ts';
import { parseSecretKey } from '../keys/secret-key.ts';
import type { TestStore } from './store-fixture.ts';

/** Many audit lines in one transaction, for tests of pages and chunks. */
export async function appendMany(
  { database, secret, clock }: TestStore,
  count: number,
): Promise<void> {
  const event = {
    event: 'blocked',
    provider: 'baas',
    account: 'a',
    action: 's',
    recipients: 1,
  } as const;
  const events = Array.from({ length: count }, () => event);
  const keys = parseSecretKey(secret).subkeys('audit');
  await database.transaction((transaction) => appendLines(transaction, keys, clock.at, events));
}
