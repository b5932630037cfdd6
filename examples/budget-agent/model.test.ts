import { describe, expect, it, vi } from 'vitest';
import type { Alert } from './budgets.ts';
import { chooseByModel } from './choose-by-model.ts';
import { readRequest } from './model-request.ts';

const groceries: Alert = {
  key: '2026-11 Groceries threshold',
  category: 'Groceries',
  spent: 510,
  budget: 600,
  currency: 'CHF',
};
const eating: Alert = { ...groceries, key: '2026-11 Eating out limit', category: 'Eating out' };
const due = [groceries, eating];

const call = (category: unknown, custom_message: unknown = '', more: object = {}) => ({
  id: `call-${String(category)}`,
  type: 'function',
  function: {
    name: 'send_budget_alert',
    arguments: JSON.stringify({ category, custom_message, ...more }),
  },
});

/** An endpoint that answers these calls, one list a round, and keeps what it was asked. */
function endpoint(...rounds: (readonly object[] | Response)[]) {
  const asked: { url: string; headers: Headers; body: Body }[] = [];
  const fetch = vi.fn<typeof globalThis.fetch>(async (input, init) => {
    const request = new Request(input, init);
    const body = (await request.clone().json()) as Body;
    asked.push({ url: request.url, headers: request.headers, body });
    const round = rounds[asked.length - 1] ?? [];
    if (round instanceof Response) return round;
    const message = { role: 'assistant', content: null, tool_calls: round };
    return Response.json({ choices: [{ message }] });
  });
  return { fetch, asked };
}

interface Body {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly tools: readonly { readonly function: { readonly parameters: object } }[];
}

const options = { apiKey: 'sk-test', baseUrl: 'https://model.example/v1/', model: 'm-1' };

describe('a model', () => {
  it('chooses, and cannot change a number', async () => {
    const { fetch, asked } = endpoint([call('Eating out', 'Cook at home this week.')]);
    const chosen = await chooseByModel({ ...options, fetch })(due);
    expect(chosen).toEqual([{ ...eating, customMessage: 'Cook at home this week.' }]);
    expect(asked[0]).toMatchObject({
      url: 'https://model.example/v1/chat/completions',
      body: { model: 'm-1' },
    });
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer sk-test');
    expect(asked[0]?.body.tools[0]?.function.parameters).toMatchObject({
      properties: { category: { enum: ['Groceries', 'Eating out'] } },
      additionalProperties: false,
    });
    expect(JSON.stringify(asked)).not.toContain('sk-test');
  });

  it('is told what it asked wrongly, and may mend it', async () => {
    const { fetch, asked } = endpoint(
      [call('Rent'), call('Groceries', '', { spent: 1 })],
      [call('Groceries'), call('Groceries')],
    );
    expect(await chooseByModel({ ...options, fetch })(due)).toEqual([
      { ...groceries, customMessage: '' },
    ]);
    const said = asked.at(-1)?.body.messages.filter(({ role }) => role === 'tool');
    expect(said?.map(({ content }) => content)).toEqual([
      'No alert is due for this category, or it was chosen before.',
      'There is no parameter spent.',
      'It will be sent.',
      'No alert is due for this category, or it was chosen before.',
    ]);
  });

  it('is asked three times at most', async () => {
    const { fetch, asked } = endpoint(...Array.from({ length: 9 }, () => [call('Rent')]));
    expect(await chooseByModel({ ...options, fetch })(due)).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['an error', new Response('no', { status: 500 })],
    ['a redirect', Response.redirect('https://other.example/')],
    ['no JSON', new Response('<html>')],
    ['no message', Response.json({ choices: [] })],
    ['no list of calls', Response.json({ choices: [{ message: { tool_calls: {} } }] })],
  ])('that answers with %s leaves it to the rule', async (_what, response) => {
    const onFailure = vi.fn();
    const { fetch } = endpoint(response);
    const chosen = await chooseByModel({ ...options, fetch, onFailure })(due);
    expect(chosen.map(({ key, customMessage }) => [key, customMessage])).toEqual([
      [groceries.key, ''],
      [eating.key, ''],
    ]);
    expect(onFailure).toHaveBeenCalledOnce();
  });
});

describe('what it asks for', () => {
  const line = (custom_message: unknown) =>
    JSON.stringify({ category: 'Groceries', custom_message });

  it.each([
    ['send_sms', line(''), /no such tool/],
    ['send_budget_alert', '{', /not one JSON object/],
    ['send_budget_alert', '[]', /not one JSON object/],
    ['send_budget_alert', undefined, /not one JSON object/],
    ['send_budget_alert', '{"category":"Groceries","custom_message":"","to":"+1"}', /parameter to/],
    ['send_budget_alert', '{"custom_message":""}', /No alert is due/],
    ['send_budget_alert', line(7), /must be a text/],
    ['send_budget_alert', line('a\nb'), /one line/],
    ['send_budget_alert', line('x'.repeat(121)), /one line/],
    ['send_budget_alert', line('Pay at https://bank.example'), /link/],
    ['send_budget_alert', line('See bank.example now'), /link/],
  ])('is refused: %s %s', (name, given, words) => {
    expect(readRequest(name, given, due)).toEqual({ refused: expect.stringMatching(words) });
  });

  it.each(['', 'CHF 90.50 are left, e.g. for bread.', '이번 주는 집밥 어때요?'])(
    'is taken: %j',
    (customMessage) => {
      expect(readRequest('send_budget_alert', line(customMessage), due)).toEqual({
        alert: { ...groceries, customMessage },
      });
    },
  );
});
