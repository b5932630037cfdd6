import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createBaasServer, type LogEntry } from '../src/index.ts';
import { callOf, initialize } from './support/run.ts';
import { createWorld, smsTo } from './support/world.ts';

it('serves a program that brings its own streams, fetch and log', async () => {
  await using world = await createWorld();
  const entries: LogEntry[] = [];
  const server = createBaasServer({
    environment: world.environment,
    language: 'ko',
    fetch: world.sandbox.fetch,
    log: (entry) => entries.push(entry),
  });
  const [input, output] = [new PassThrough(), new PassThrough()];
  const written = text(output);
  const served = server.serve({ input, output });
  input.write(`${JSON.stringify(initialize)}\n`);
  input.end(`${JSON.stringify(callOf(1, 'send_sms', smsTo('010-1234-5678')))}\n`);
  await served;
  output.end();
  const answers = (await written).trim().split('\n');
  expect(answers.map((line) => JSON.parse(line).id)).toEqual([0, 1]);
  expect(answers[1]).toContain('접수');
  expect(world.sandbox.messages()).toHaveLength(1);
  expect(entries.map(({ event }) => event)).toContain('tool called');
});

it('calls one tool without a client, and lets nothing leave in a dry run', async () => {
  await using world = await createWorld({ JEONBO_DRY_RUN: '1' });
  const server = createBaasServer({ environment: world.environment });
  const answer = await server.callTool('send_sms', smsTo('010-1234-5678'));
  await server.close();
  expect(answer).toMatchObject({ isError: false, content: { success: true, dry_run: true } });
  expect(world.sandbox.exchanges()).toHaveLength(0);
});

it('names people by the operator’s book and shows no number', async () => {
  await using world = await createWorld();
  const book = join(world.home, 'book.json');
  const person = { id: 'kim', name: '김', phone_number: '010-1234-5678', member_code: 'm1' };
  await writeFile(book, JSON.stringify([person]));
  const environment = { ...world.environment, JEONBO_RECIPIENT_BOOK: book };
  const server = createBaasServer({ environment });
  const { recipients: _, ...rest } = smsTo();
  const byId = await server.callTool('send_sms', { ...rest, recipients: [{ id: 'kim' }] });
  const byNumber = await server.callTool('send_sms', smsTo('010-9999-9999'));
  await server.close();
  expect(byId.content).toMatchObject({ success: true, sent_count: 1 });
  expect(JSON.stringify(byId)).not.toContain('1234-5678');
  expect(byNumber.isError).toBe(true);
  expect(world.sandbox.messages().map(({ to }) => to)).toEqual(['010-1234-5678']);
});

it('does not start with a guard rail that is set wrongly', () => {
  expect(() => createBaasServer({ environment: { JEONBO_CONFIRM: 'sometimes' } })).toThrow(
    /JEONBO_CONFIRM/,
  );
});
