import { describe, expect, it } from 'vitest';
import { JeonboError } from './error.ts';
import { firstOf } from './first-of.ts';
import { scriptedClient } from './testing/index.ts';

const message = { to: [{ phoneNumber: '010-1234-5678' }], text: '안녕하세요' };

it('moves on where nothing was sent, and asks the one that sent', async () => {
  const down = scriptedClient({ sends: [new JeonboError('NETWORK_ERROR', 'down')], provider: 'a' });
  const up = scriptedClient({ provider: 'b', states: ['sent'] });
  const client = firstOf([down, up]);
  const receipt = await client.send(message);
  expect(receipt.provider).toBe('b');
  expect(await client.status(receipt.id)).toMatchObject({ status: 'sent', id: receipt.id });
});

describe.each([
  ['may have been sent', new JeonboError('DELIVERY_UNKNOWN', 'x', { mayHaveBeenSent: true })],
  ['is of unknown kind', new TypeError('bug')],
  ['is a cancel', new JeonboError('CANCELED', 'x')],
])('does not move on where the failure %s', (_, failure) => {
  it('and throws it', async () => {
    const second = scriptedClient();
    const client = firstOf([scriptedClient({ sends: [failure] }), second]);
    await expect(client.send(message)).rejects.toBe(failure);
    expect(second.sent).toEqual([]);
  });
});

it('throws the last failure where none could send', async () => {
  const failures = ['NETWORK_ERROR', 'RATE_LIMITED'].map(
    (code) => new JeonboError(code as 'RATE_LIMITED', code),
  );
  const client = firstOf(failures.map((failure) => scriptedClient({ sends: [failure] })));
  await expect(client.send(message)).rejects.toBe(failures[1]);
});

it('refuses an id that is not its own', async () => {
  await expect(firstOf([scriptedClient()]).status('abc')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(() => firstOf([])).toThrow(/at least one/);
});

describe('with an idempotency key', () => {
  const keyed = { ...message, idempotencyKey: 'order-1' };
  const down = () => new JeonboError('NETWORK_ERROR', 'down');

  it('sends once, also where the client that refused before is back', async () => {
    const a = scriptedClient({ sends: [down(), 'accepted'], provider: 'a' });
    const b = scriptedClient({ provider: 'b' });
    const client = firstOf([a, b]);
    const receipt = await client.send(keyed);
    const again = await client.send({ ...keyed, to: [{ phoneNumber: '+82 10 1234 5678' }] });
    expect(again).toMatchObject({ duplicate: true, id: receipt.id });
    expect([a.sent.length, b.sent.length]).toEqual([1, 1]);
  });

  it('lets what nobody sent be tried again, and not what may have been sent', async () => {
    const doubtful = new JeonboError('DELIVERY_UNKNOWN', 'x', { mayHaveBeenSent: true });
    const a = scriptedClient({ sends: [down(), doubtful] });
    const client = firstOf([a]);
    await expect(client.send(keyed)).rejects.toMatchObject({ code: 'NETWORK_ERROR' });
    await expect(client.send(keyed)).rejects.toBe(doubtful);
    await expect(client.send(keyed)).rejects.toMatchObject({ code: 'DELIVERY_UNKNOWN' });
    expect(a.sent).toHaveLength(2);
  });

  it('asks every client that sent a part', async () => {
    const a = scriptedClient({ sends: ['accepted', down()], provider: 'a' });
    const client = firstOf([a, scriptedClient({ provider: 'b', states: ['failed'] })]);
    await client.send(keyed);
    const both = { ...keyed, to: [...message.to, { phoneNumber: '010-9999-9999' }] };
    const receipt = await client.send(both);
    expect(receipt.accepted).toHaveLength(2);
    expect(await client.status(receipt.id)).toMatchObject({
      status: 'partially_delivered',
      counts: { total: 2, delivered: 1, failed: 1 },
    });
  });
});
