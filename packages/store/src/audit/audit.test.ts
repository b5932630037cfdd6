import { describe, expect, it } from 'vitest';
import { parseSecretKey } from '../keys/secret-key.ts';
import { appendMany } from '../testing/append-many.ts';
import { collect } from '../testing/collect.ts';
import { testEngines } from '../testing/engines.ts';
import { randomSecret, type TestStore, useStores } from '../testing/store-fixture.ts';
import { summary } from '../testing/summary.ts';
import { exportAudit } from './export-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const blocked = {
  event: 'blocked',
  provider: 'baas',
  account: 'project-1',
  action: 'send_sms',
  recipients: 1,
  code: 'RECIPIENT_NOT_ALLOWED',
} as const;

function verify({ database, secret }: TestStore) {
  return verifyAudit(database, parseSecretKey(secret));
}

async function lines({ database }: TestStore) {
  return collect(exportAudit(database));
}

describe.each(testEngines)('the audit log on %s', (_name, start) => {
  const stores = useStores(start);

  const withLines = async (count: number) => {
    const store = await stores.create();
    for (let index = 0; index < count; index += 1) {
      await store.ledger.append(blocked);
      store.clock.at += 1000;
    }
    return store;
  };

  it('is good when it is empty', async () => {
    expect(await verify(await stores.create())).toEqual({ ok: true, lines: 0 });
  });

  it('tells every step of a send, and what guard rails append', async () => {
    const store = await stores.create();
    const result = await store.ledger.begin(null, { ...summary(5), action: 'send_sms' });
    if (result.state !== 'begun') throw new Error(result.state);
    await store.ledger.settle(result.id, {
      accepted: [
        { index: 0, providerId: 'a' },
        { index: 4, providerId: 'a' },
      ],
      rejected: [
        { index: 1, code: 'RECIPIENT_REJECTED' },
        { index: 2, code: 'QUOTA_EXCEEDED' },
      ],
      unknown: [{ index: 3, code: 'DELIVERY_UNKNOWN' }],
    });
    await store.ledger.append(blocked);
    const send = { action: 'send_sms', sendId: result.id };
    expect(await lines(store)).toMatchObject([
      { ...send, seq: 1, event: 'allowed', recipients: 5, code: null, at: store.clock.at },
      { ...send, seq: 2, event: 'sent', recipients: 2, code: null },
      { ...send, seq: 3, event: 'rejected', recipients: 1, code: 'RECIPIENT_REJECTED' },
      { ...send, seq: 4, event: 'rejected', recipients: 1, code: 'QUOTA_EXCEEDED' },
      { ...send, seq: 5, event: 'unknown', recipients: 1, code: 'DELIVERY_UNKNOWN' },
      { ...blocked, seq: 6, sendId: null },
    ]);
    expect(await verify(store)).toEqual({ ok: true, lines: 6 });
  });

  it('notes nothing of a settle that fails', async () => {
    const store = await stores.create();
    const result = await store.ledger.begin(null, summary(1));
    if (result.state !== 'begun') throw new Error(result.state);
    const wrong = { accepted: [{ index: 7, providerId: 'a' }] };
    await expect(store.ledger.settle(result.id, wrong)).rejects.toThrow();
    expect(await lines(store)).toHaveLength(1);
  });

  it('verifies and exports more than a page', async () => {
    const store = await withLines(1);
    await appendMany(store, 2100);
    expect(await verify(store)).toEqual({ ok: true, lines: 2101 });
    expect((await lines(store)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 2101 }, (_, index) => index + 1),
    );
  });

  it.each([
    ['the outcome', "event = 'allowed'"],
    ['the time', 'at = at + 1'],
    ['the count', 'recipients = 0'],
    ['the account', "account = 'project-2'"],
    ['the provider', "provider = 'twilio'"],
    ['the action', "action = 'send_mms'"],
    ['the code', 'code = NULL'],
    ['the send', "send_id = 'other'"],
    ['the hash', "hash = 'x'"],
  ])('shows that %s of a line was changed', async (_what, change) => {
    const store = await withLines(4);
    await store.database.query(`UPDATE audit_lines SET ${change} WHERE seq = 2`);
    expect(await verify(store)).toEqual({ ok: false, lines: 1, brokenAt: 2, reason: 'changed' });
  });

  it.each([1, 2])('shows that line %i was removed', async (seq) => {
    const store = await withLines(4);
    await store.database.query('DELETE FROM audit_lines WHERE seq = ?', [seq]);
    expect(await verify(store)).toMatchObject({ ok: false, brokenAt: seq, reason: 'missing' });
  });

  it('shows that lines were cut off the end', async () => {
    const store = await withLines(4);
    await store.database.query('DELETE FROM audit_lines WHERE seq > 2');
    expect(await verify(store)).toEqual({ ok: false, lines: 2, brokenAt: 3, reason: 'missing' });
  });

  it('shows that the end was cut off and the head set back', async () => {
    const store = await withLines(4);
    await store.database.query('DELETE FROM audit_lines WHERE seq > 2');
    await store.database.query(
      'UPDATE audit_head SET seq = 2, hash = (SELECT hash FROM audit_lines WHERE seq = 2)',
    );
    expect(await verify(store)).toMatchObject({ ok: false, reason: 'head' });
  });

  it('shows that all lines were removed, with and without the head', async () => {
    const store = await withLines(2);
    await store.ledger.begin(null, summary(1));
    await store.database.query('DELETE FROM audit_lines');
    expect(await verify(store)).toMatchObject({ ok: false, brokenAt: 1 });
    await store.database.query('DELETE FROM audit_head');
    expect(await verify(store)).toMatchObject({ ok: false, brokenAt: 1, reason: 'head' });
  });

  it('shows that the beginning was cut off as if purged', async () => {
    const store = await withLines(4);
    await store.database.query(
      'UPDATE audit_head SET base_seq = 2, base_hash = (SELECT hash FROM audit_lines WHERE seq = 2)',
    );
    await store.database.query('DELETE FROM audit_lines WHERE seq <= 2');
    expect(await verify(store)).toMatchObject({ ok: false, reason: 'head' });
  });

  it.each([0, 5])('shows a line put in as number %i', async (seq) => {
    const store = await withLines(4);
    await store.database.query(
      `INSERT INTO audit_lines SELECT ${seq}, at, event, provider, account, action, recipients, code, send_id,
         key_id, hash FROM audit_lines WHERE seq = 4`,
    );
    expect(await verify(store)).toMatchObject({ ok: false, brokenAt: seq, reason: 'added' });
  });

  it('shows lines that changed places', async () => {
    const store = await withLines(4);
    // Both engines check the primary key row by row, so one steps aside first.
    for (const change of [
      'seq = -1 WHERE seq = 2',
      'seq = 2 WHERE seq = 3',
      'seq = 3 WHERE seq = -1',
    ])
      await store.database.query(`UPDATE audit_lines SET ${change}`);
    expect(await verify(store)).toMatchObject({ ok: false, brokenAt: 2, reason: 'changed' });
  });

  it('does not go on behind a forged head, which would sign the forgery', async () => {
    const store = await withLines(4);
    await store.database.query('UPDATE audit_head SET seq = 2');
    await expect(store.ledger.append(blocked)).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
    await expect(store.ledger.begin(null, summary(1))).rejects.toThrow('audit log');
    await expect(store.again()).rejects.toThrow('audit log');
    expect(await store.ledger.usage('payer-1', 10 ** 12)).toBe(0);
  });

  it('does not start anew where it was emptied', async () => {
    const store = await stores.create();
    await store.ledger.begin(null, summary(1));
    await store.database.query('DELETE FROM audit_lines');
    await store.database.query('DELETE FROM audit_head');
    await expect(store.again()).rejects.toThrow('audit log');
  });

  it('says that it was written with another key', async () => {
    const store = await withLines(2);
    expect(await verifyAudit(store.database, parseSecretKey(randomSecret()))).toMatchObject({
      ok: false,
      reason: 'unknown-key',
    });
  });

  it('verifies across a change of keys, with both keys', async () => {
    const store = await withLines(2);
    const newer = randomSecret();
    const both = parseSecretKey(`${newer},${store.secret}`);
    const { ledger, database } = await store.again({ key: both });
    await ledger.append(blocked);
    expect(await verifyAudit(database, both)).toEqual({ ok: true, lines: 3 });
    expect(await verifyAudit(database, parseSecretKey(newer))).toEqual({
      ok: false,
      lines: 0,
      brokenAt: 1,
      reason: 'unknown-key',
    });
  });

  it('verifies while others write and purge', async () => {
    const store = await withLines(50);
    const { ledger } = await store.again({ days: 1 });
    const writing = Promise.all(Array.from({ length: 50 }, () => ledger.append(blocked)));
    store.clock.at += 3 * 24 * 60 * 60 * 1000;
    const [verified] = await Promise.all([verify(store), writing, ledger.purge()]);
    expect(verified.ok).toBe(true);
    expect(await verify(store)).toMatchObject({ ok: true });
  });
});
