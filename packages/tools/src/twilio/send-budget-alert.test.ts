import { describe, expect, it } from 'vitest';
import { createTwilioBench, messagesPath, phone } from '../testing/twilio-bench.ts';

const groceries = { category: 'Groceries', spent: 85, budget: 100 };
const context = { notificationPhone: phone };

describe('send_budget_alert', () => {
  it('sends the text and answers it', async () => {
    const { call, sandbox } = createTwilioBench({ context });
    const result = await call('send_budget_alert', groceries);
    const text = '[!] SpendWise: Groceries\nCHF 85/100 (85%)';
    expect(result.structuredContent).toMatchObject({
      success: true,
      sid: expect.stringMatching(/^SM/),
      status: 'queued',
      segments: 1,
      text,
    });
    expect(result.text).toContain(text);
    expect(sandbox.messages()).toMatchObject([{ to: phone, text }]);
  });

  it('takes a number, a currency, a line and the operator’s title', async () => {
    const alertTitle = 'Haushalt';
    const { call, sandbox } = createTwilioBench({ context: { ...context, alertTitle } });
    const more = { to: '+41791234567', currency: 'EUR', custom_message: 'Slow down' };
    await call('send_budget_alert', { ...groceries, ...more });
    expect(sandbox.messages()).toMatchObject([
      { to: '+41791234567', text: '[!] Haushalt: Groceries\nEUR 85/100 (85%)\nSlow down' },
    ]);
  });

  it('sends what looks like a placeholder as it is', async () => {
    const { call, sandbox } = createTwilioBench({ context });
    await call('send_budget_alert', { ...groceries, category: '#{name}' });
    expect(sandbox.messages()).toMatchObject([
      { text: expect.stringContaining('SpendWise: #{name}\n') },
    ]);
  });

  it('is sent once, and known again by its text', async () => {
    const { call, sandbox } = createTwilioBench({ context });
    const first = await call('send_budget_alert', groceries);
    const again = await call('send_budget_alert', { ...groceries, currency: 'CHF' });
    const { sid } = first.structuredContent;
    expect(again.structuredContent).toMatchObject({ duplicate: true, sid });
    await call('send_budget_alert', { ...groceries, spent: 90 });
    expect(sandbox.messages()).toHaveLength(2);
  });

  it('shows the text before somebody agrees to it', async () => {
    const { call, sandbox } = createTwilioBench({ context, env: { JEONBO_CONFIRM: 'always' } });
    const held = await call('send_budget_alert', groceries);
    expect(held.structuredContent).toMatchObject({
      confirmation_required: true,
      text: expect.stringContaining('CHF 85/100'),
    });
    const { confirm_token } = held.structuredContent;
    await call('send_budget_alert', { ...groceries, spent: 86, confirm_token });
    expect(sandbox.messages()).toEqual([]);
    await call('send_budget_alert', { ...groceries, confirm_token });
    expect(sandbox.messages()).toHaveLength(1);
  });

  it('is not sent twice where the outcome is unknown', async () => {
    const { call, sandbox } = createTwilioBench({ context });
    sandbox.fault({ path: messagesPath, cut: 'after-read' });
    for (const _ of [1, 2])
      expect((await call('send_budget_alert', groceries)).structuredContent).toMatchObject({
        error_code: 'DELIVERY_UNKNOWN',
      });
    expect(sandbox.exchanges()).toHaveLength(1);
  });

  it.each([
    ['spent', -1],
    ['budget', -0.01],
    ['spent', Number.NaN],
    ['budget', Infinity],
    ['spent', '85'],
  ])('refuses %s %s', async (field, value) => {
    const { call, sandbox } = createTwilioBench({ context });
    const { structuredContent } = await call('send_budget_alert', { ...groceries, [field]: value });
    expect(structuredContent).toMatchObject({
      error_code: 'VALIDATION_ERROR',
      details: { field },
    });
    expect(sandbox.exchanges()).toEqual([]);
  });
});
