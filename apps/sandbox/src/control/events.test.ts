import { afterEach, expect, it } from 'vitest';
import type { SandboxEvent } from '../contract.ts';
import type { Sandbox } from '../options.ts';
import { sendSms, startTestSandbox } from '../test-support.ts';

interface Told {
  readonly id: string;
  readonly event: SandboxEvent;
}

const open: AbortController[] = [];
afterEach(() => {
  for (const controller of open.splice(0)) controller.abort();
});

/** Reads the stream event by event, as EventSource does. */
async function listen(sandbox: Sandbox, lastEventId?: string) {
  const controller = new AbortController();
  open.push(controller);
  const response = await fetch(`${sandbox.url}/_sandbox/events`, {
    signal: controller.signal,
    headers: lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId },
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  async function block(): Promise<string> {
    while (!buffer.includes('\n\n')) {
      const { value, done } = await reader.read();
      if (done) return '';
      buffer += decoder.decode(value, { stream: true });
    }
    const end = buffer.indexOf('\n\n');
    const text = buffer.slice(0, end);
    buffer = buffer.slice(end + 2);
    return text;
  }
  const opening = await block();
  return {
    startId: /^id: (.+)$/m.exec(opening)?.[1] ?? '',
    async next(): Promise<Told> {
      const text = await block();
      const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1] ?? '';
      const event = JSON.parse(field('data')) as SandboxEvent;
      expect(field('event')).toBe(event.type);
      return { id: field('id'), event };
    },
    block,
    stop: () => controller.abort(),
  };
}

const stateOf = ({ event }: Told) =>
  event.type === 'message' ? [event.message.id, event.message.state] : 'reset';

it('tells every step of every message, and a reset', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const events = await listen(sandbox);
  const told = [];
  await sendSms(sandbox);
  told.push(stateOf(await events.next()));
  clock.advance(300);
  told.push(stateOf(await events.next()));
  clock.advance(300);
  told.push(stateOf(await events.next()));
  sandbox.reset();
  told.push(stateOf(await events.next()));
  expect(told).toEqual([[1, 'pending'], [1, 'sent'], [1, 'delivered'], 'reset']);
});

it('resumes after the last event with what changed since', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const first = await listen(sandbox);
  await sendSms(sandbox);
  const { id } = await first.next();
  first.stop();
  await sendSms(sandbox);
  clock.advance(600);
  const second = await listen(sandbox, id);
  expect([stateOf(await second.next()), stateOf(await second.next())]).toEqual([
    [1, 'delivered'],
    [2, 'delivered'],
  ]);
});

it('can resume from where it opened, before any event', async () => {
  const { sandbox } = await startTestSandbox();
  await sendSms(sandbox);
  const first = await listen(sandbox);
  first.stop();
  await sendSms(sandbox);
  const second = await listen(sandbox, first.startId);
  expect(stateOf(await second.next())).toEqual([2, 'pending']);
});

it.each(['another-7', 'nonsense', ''])('starts anew from the id %j of another run', async (id) => {
  const { sandbox } = await startTestSandbox();
  await sendSms(sandbox);
  const events = await listen(sandbox, id);
  expect([stateOf(await events.next()), stateOf(await events.next())]).toEqual([
    'reset',
    [1, 'pending'],
  ]);
});

it('tells a reset to one who was away meanwhile', async () => {
  const { sandbox } = await startTestSandbox();
  const first = await listen(sandbox);
  await sendSms(sandbox);
  const { id } = await first.next();
  first.stop();
  sandbox.reset();
  await sendSms(sandbox);
  const second = await listen(sandbox, id);
  expect([stateOf(await second.next()), stateOf(await second.next())]).toEqual([
    'reset',
    [2, 'pending'],
  ]);
});

it('keeps a quiet stream open, and ends at close', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const events = await listen(sandbox);
  clock.advance(15_000);
  expect(await events.block()).toBe(': still here');
  await sandbox.close();
  expect(await events.block()).toBe('');
});

it('lets a thousand messages through to a slow reader, the newest state of each once', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const recipients = Array.from({ length: 1000 }, (_, index) => ({
    phone_number: `010-1000-${String(index).padStart(4, '0')}`,
    member_code: 'm',
  }));
  const events = await listen(sandbox);
  await sendSms(sandbox, { recipients });
  clock.advance(600);
  const last = new Map<number, string>();
  let count = 0;
  while (last.size < 1000 || [...last.values()].some((state) => state !== 'delivered')) {
    const { event } = await events.next();
    count += 1;
    if (event.type === 'message') last.set(event.message.id, event.message.state);
  }
  expect(count).toBeLessThanOrEqual(3000);
});
