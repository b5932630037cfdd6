import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../options.ts';
import { startTestSandbox } from '../test-support.ts';
import { get, messages, send, to } from './test-support.ts';

const list = `${messages}.json`;
// biome-ignore lint/suspicious/noExplicitAny: a test looks at answers of every shape.
const bodies = (page: any): string[] => page.messages.map(({ body }: { body: string }) => body);

async function sendMany(sandbox: Sandbox, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await send(sandbox, { Body: `m${index}` });
}

describe('GET Messages.json', () => {
  it('pages over 2345 messages, newest first, each once, whatever arrives meanwhile', async () => {
    const { sandbox } = await startTestSandbox();
    await sendMany(sandbox, 2345);
    const seen: string[] = [];
    const pages: unknown[] = [];
    let path: string | null = `${list}?PageSize=1000`;
    while (path !== null) {
      const { json } = await get(sandbox, path);
      seen.push(...bodies(json));
      pages.push([json.page, json.start, json.end, json.page_size]);
      path = json.next_page_uri;
      await send(sandbox, { Body: 'late' });
    }
    expect(pages).toEqual([
      [0, 0, 999, 1000],
      [1, 1000, 1999, 1000],
      [2, 2000, 2344, 1000],
    ]);
    expect(seen).toEqual(Array.from({ length: 2345 }, (_, index) => `m${2344 - index}`));
  });

  it('gives pages of 50, with relative addresses both ways that keep the filter', async () => {
    const { sandbox } = await startTestSandbox();
    await sendMany(sandbox, 120);
    const first = (await get(sandbox, `${list}?To=${encodeURIComponent(to)}`)).json;
    expect(first).toMatchObject({ page_size: 50, previous_page_uri: null, page: 0 });
    expect(first.next_page_uri).toMatch(
      /^\/2010-04-01\/Accounts\/AC1+\/Messages\.json\?To=%2B14155550123&PageSize=50&Page=1&PageToken=PA/,
    );
    const second = (await get(sandbox, first.next_page_uri)).json;
    expect(bodies(second)[0]).toBe('m69');
    const third = (await get(sandbox, second.next_page_uri)).json;
    expect([bodies(third).length, third.next_page_uri]).toEqual([20, null]);
    expect(bodies((await get(sandbox, third.previous_page_uri)).json)).toEqual(bodies(second));
    expect(bodies((await get(sandbox, second.first_page_uri)).json)).toEqual(bodies(first));
    expect(bodies((await get(sandbox, `${list}?Page=2`)).json)).toEqual(bodies(third));
  });

  it('is empty where there is nothing', async () => {
    const { sandbox } = await startTestSandbox();
    const { json } = await get(sandbox, list);
    expect(json).toEqual({
      first_page_uri: `${list}?PageSize=50&Page=0`,
      end: 0,
      previous_page_uri: null,
      messages: [],
      uri: list,
      page_size: 50,
      start: 0,
      next_page_uri: null,
      page: 0,
    });
  });

  it('finds by number and by the day it was sent', async () => {
    const { sandbox, clock } = await startTestSandbox({ deliveryMs: 0 });
    await send(sandbox, { Body: 'first' });
    clock.advance(36 * 3_600_000);
    await send(sandbox, { Body: 'second', To: '+14155550199' });
    clock.advance(24 * 3_600_000);
    await send(sandbox, { Body: 'third', From: '+12025550100' });
    const found = async (query: string) => bodies((await get(sandbox, `${list}?${query}`)).json);
    expect(await found('To=%2B14155550199')).toEqual(['second']);
    expect(await found('From=%2B12025550100')).toEqual(['third']);
    expect(await found('DateSent=2026-01-02')).toEqual(['second']);
    expect(await found('DateSent<=2026-01-02')).toEqual(['first']);
    expect(await found('DateSent%3E=2026-01-02')).toEqual(['third', 'second']);
    expect(await found('DateSent%3E=2026-01-02T12:00:01Z')).toEqual(['third']);
    expect(await found('DateSent%3E=2026-01-02&DateSent%3C=2026-01-03')).toEqual(['second']);
  });

  it('knows no day of a message that is not sent', async () => {
    const { sandbox } = await startTestSandbox();
    await send(sandbox);
    expect((await get(sandbox, `${list}?DateSent>=2026-01-01`)).json.messages).toEqual([]);
  });

  it.each([
    ['PageSize=1001', 20007],
    ['PageSize=0', 20001],
    ['PageSize=ten', 20001],
    ['PageToken=x', 20001],
    ['DateSent=yesterday', 20001],
  ])('refuses %s with %i', async (query, code) => {
    const { sandbox } = await startTestSandbox();
    const { status, json } = await get(sandbox, `${list}?${query}`);
    expect([status, json.code]).toEqual([400, code]);
  });

  it('takes 1 and 1000 a page', async () => {
    const { sandbox } = await startTestSandbox();
    await sendMany(sandbox, 2);
    expect((await get(sandbox, `${list}?PageSize=1`)).json.messages).toHaveLength(1);
    expect((await get(sandbox, `${list}?PageSize=1000`)).json.messages).toHaveLength(2);
  });

  it('keeps so many, and none that its phone has forgotten', async () => {
    const { sandbox } = await startTestSandbox({ keep: 10 });
    await sendMany(sandbox, 25);
    expect(bodies((await get(sandbox, list)).json)).toEqual(
      Array.from({ length: 10 }, (_, index) => `m${24 - index}`),
    );
    await fetch(`${sandbox.url}/_sandbox/messages`, { method: 'DELETE' });
    expect((await get(sandbox, list)).json.messages).toEqual([]);
  });
});
