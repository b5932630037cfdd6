import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { testEngines } from '../testing/engines.ts';
import { useStores } from '../testing/store-fixture.ts';
import { summary } from '../testing/summary.ts';

const text = '비밀 code 482913';

const tables = ['ledger_sends', 'ledger_entries', 'audit_lines', 'audit_head', 'confirmations'];

describe.each(testEngines)('what is kept on %s', (name, start) => {
  const stores = useStores(start);

  it('holds masked numbers and hashes, no number, no text, no key', async () => {
    const { url, ledger, database } = await stores.create();
    const recipients = ['+821012345678', 'whatsapp:+821087654321', 'me'].map((recipient) => ({
      name: recipient,
      content: text,
    }));
    const result = await ledger.begin('caller-key-01012345678', {
      ...summary(0, text),
      recipients,
    });
    if (result.state !== 'begun') throw new Error(result.state);
    await ledger.settle(result.id, { accepted: [{ index: 0, providerId: 'group-1' }] });
    await ledger.issue(`${text} to 01012345678`, 1000);

    const kept = name === 'sqlite' ? await rawFile(url) : await everyRow();
    expect(kept).toContain('+821****5678');
    expect(kept).toContain('whatsapp:+821****4321');
    for (const secret of ['1012345678', '1087654321', '482913', '비밀', 'caller-key'])
      expect(kept).not.toContain(secret);

    async function everyRow(): Promise<string> {
      const rows = await Promise.all(
        tables.map((table) => database.query(`SELECT * FROM ${table}`)),
      );
      return JSON.stringify(rows);
    }
  });
});

/** The bytes on the disk, what waits in the log file included. */
async function rawFile(url: string): Promise<string> {
  const path = url.slice('file:'.length);
  const files = await Promise.all([path, `${path}-wal`].map((file) => readFile(file)));
  return Buffer.concat(files).toString('utf8');
}
