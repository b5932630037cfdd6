import { readFileSync } from 'node:fs';
import { type SandboxEnvironment, startTestSandbox } from '@jeonbo/example-testing/sandbox';
import type { Sandbox } from '@jeonbo/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';

const text = readFileSync(new URL('requests.http', import.meta.url), 'utf8');
const [, ...blocks] = text.split(/^### .*\n/m);

let sandbox: Sandbox;
let environment: SandboxEnvironment;

beforeAll(async () => {
  ({ sandbox, environment } = await startTestSandbox());
});
afterAll(() => sandbox.close());

/** Sends one request of the file as an editor would: its very lines, with the variables filled in. */
async function send(block: string | undefined, more: Readonly<Record<string, string>> = {}) {
  const values: Readonly<Record<string, string>> = { ...environment, ...more };
  const filled = String(block).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  const [head = '', ...body] = filled.trim().split('\n\n');
  const [first = '', ...headers] = head.split('\n');
  const [method = '', url = ''] = first.split(' ');
  const response = await fetch(url, {
    method,
    headers: headers.map((line) => line.split(/:\s*/, 2) as [string, string]),
    ...(body.length > 0 && { body: body.join('\n\n') }),
  });
  return { status: response.status, body: await response.json() };
}

it('every request of the file is one that the API takes', async () => {
  expect(blocks).toHaveLength(3);
  const [sms, mms, status] = blocks;
  const sent = await send(sms);
  expect(sent).toMatchObject({ status: 200, body: { success: true } });
  await sandbox.waitFor({ text: '주문이 접수되었습니다.', state: 'delivered' });
  expect(await send(mms)).toMatchObject({ status: 200, body: { success: true } });
  expect(await sandbox.waitFor({ text: '상품이 출발했습니다.' })).toMatchObject({ kind: 'MMS' });
  const { group_id } = sent.body.data;
  expect(await send(status, { GROUP_ID: String(group_id) })).toMatchObject({
    status: 200,
    body: { data: [{ result: '성공' }] },
  });
});
