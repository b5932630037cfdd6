import { describe, expect, it } from 'vitest';
import { clientSecret, createKakaoBench, friendsPath, memoPath } from '../testing/kakao-bench.ts';
import { templateExamples } from './template-examples.ts';

const link = { web_url: 'https://example.com/7', mobile_web_url: 'https://example.com/7' };
const examples = templateExamples('ko');
const { text, feed, list, commerce, calendar } = examples as Record<string, object> as Record<
  'text' | 'feed' | 'list' | 'commerce' | 'calendar',
  Record<string, unknown>
>;
const content = feed.content as Record<string, unknown>;

describe.each(Object.entries(examples))('a template of type %s', (_, template) => {
  it('arrives as it was written', async () => {
    const { call, sent } = await createKakaoBench();
    const answer = await call('send_kakao_template', { to: 'me', template });
    expect(answer.structuredContent).toMatchObject({ success: true, result_code: 0, warnings: [] });
    expect(answer.structuredContent).toMatchObject({ link: 'https://example.com/7' });
    expect(sent()).toEqual([{ path: memoPath, to: 'me', template }]);
  });

  it('is taken in English too', async () => {
    const { call, sent } = await createKakaoBench();
    const english = templateExamples('en')[template.object_type];
    await call('send_kakao_template', { to: 'me', template: english });
    expect(sent()).toMatchObject([{ template: english }]);
  });
});

it('has every field that Kakao’s page names', async () => {
  const { call, sent } = await createKakaoBench();
  const everywhere = {
    ...link,
    android_execution_params: 'a=1',
    ios_execution_params: 'a=1',
  };
  const block = {
    title: 't',
    description: 'd',
    image_url: 'https://example.com/a.webp',
    image_width: 640,
    image_height: 480,
    link: everywhere,
  };
  const social = {
    like_count: 1,
    comment_count: 2,
    shared_count: 3,
    view_count: 4,
    subscriber_count: 5,
  };
  const item_content = {
    profile_text: 'p',
    profile_image_url: 'https://example.com/p.png',
    title_image_text: 't',
    title_image_url: 'https://example.com/t.png',
    title_image_category: 'c',
    items: [{ item: 'i', item_op: '1' }],
    sum: 's',
    sum_op: '1',
  };
  const buttons = [{ title: 'b', link: everywhere }];
  const price = { regular_price: 10, currency_unit: '원', currency_unit_position: 0 };
  const whole = [
    { object_type: 'feed', content: block, item_content, social, buttons },
    { object_type: 'location', address: 'a', address_title: 'b', content: block, social, buttons },
    {
      object_type: 'commerce',
      content: block,
      commerce: { ...price, product_name: 'n', discount_price: 8, fixed_discount_price: 2 },
      button_title: 'b',
    },
    { object_type: 'calendar', id: '1', id_type: 'calendar', content: block, buttons },
  ];
  for (const template of whole) await call('send_kakao_template', { to: 'me', template });
  expect(sent().map(({ template }) => template)).toEqual(whole);
});

it.each<[string, object, string, string?]>([
  ['an unknown type', { object_type: 'poll' }, 'template.object_type'],
  ['a field of another type', { ...text, content }, 'template'],
  ['a text without its link', { object_type: 'text', text: 'x' }, 'template.link'],
  ['a link that is no address', { ...text, link: { web_url: 'example' } }, 'template.link.web_url'],
  [
    'a script in place of a link',
    { ...feed, content: { ...content, link: { mobile_web_url: 'javascript:alert(1)' } } },
    'template.content.link.mobile_web_url',
  ],
  ['a number as a title', { ...feed, content: { ...content, title: 1 } }, 'template.content.title'],
  [
    'an image inside our network',
    { ...feed, content: { ...content, image_url: 'http://10.0.0.1/a.jpg' } },
    'template.content.image_url',
    'INVALID_IMAGE_URL',
  ],
  ['201 characters', { ...text, text: '가'.repeat(201) }, 'template.text', 'MESSAGE_TOO_LONG'],
  ['an empty text', { ...text, text: ' ' }, 'template.text', 'EMPTY_MESSAGE'],
  ['three buttons', { ...text, buttons: Array(3).fill({ title: 'b', link }) }, 'template.buttons'],
  ['a button without a link', { ...text, buttons: [{ title: 'b' }] }, 'template.buttons[0].link'],
  ['two kinds of button', { ...text, button_title: 'b' }, 'template.buttons'],
  ['an empty list', { ...list, contents: [] }, 'template.contents'],
  [
    'a rate over 100',
    { ...commerce, commerce: { regular_price: 1, discount_rate: 101 } },
    'template.commerce.discount_rate',
  ],
  [
    'two kinds of discount',
    { ...commerce, commerce: { regular_price: 1, discount_rate: 1, fixed_discount_price: 1 } },
    'template.commerce.fixed_discount_price',
  ],
  ['another kind of id', { ...calendar, id_type: 'public' }, 'template.id_type'],
  ['a value nobody fills', { ...text, text: '#{name}님' }, 'template'],
])('refuses %s and points to it', async (_, template, field, error_code = 'VALIDATION_ERROR') => {
  const { call, sent } = await createKakaoBench();
  const answer = await call('send_kakao_template', { to: 'me', template });
  expect(answer.structuredContent).toMatchObject({ error_code, details: { field } });
  // In Kakao's spelling, the sentences too.
  expect(JSON.stringify(answer)).not.toMatch(/webUrl|imageUrl|discountRate/i);
  expect(sent()).toEqual([]);
});

it('warns of what is known second-hand only, and sends', async () => {
  const { call, sent } = await createKakaoBench();
  const template = { ...list, contents: [content] };
  const { structuredContent } = await call('send_kakao_template', { to: 'me', template });
  expect(structuredContent).toMatchObject({
    warnings: [{ code: 'TEMPLATE_LIMIT', field: 'template.contents' }],
  });
  expect(sent()).toHaveLength(1);
});

describe('to friends', () => {
  it('tells each', async () => {
    const { call, sent, uuidOf } = await createKakaoBench();
    const [friend, blocked] = [await uuidOf('이도윤'), await uuidOf('최하준')];
    const to = [friend, blocked];
    const { structuredContent } = await call('send_kakao_template', { to, template: feed });
    expect(structuredContent).toMatchObject({
      outcome: 'partial',
      receivers: [
        { uuid: friend, sent: true },
        { uuid: blocked, error_code: 'RECIPIENT_BLOCKED', reason: 'blocked' },
      ],
    });
    expect(structuredContent).not.toHaveProperty('result_code');
    expect(sent()).toMatchObject([{ path: friendsPath, to, template: feed }]);
  });

  it.each([
    ['an empty list', [], 'INVALID_RECIPIENTS_COUNT'],
    ['another word than me', 'you', 'VALIDATION_ERROR'],
  ])('refuses %s', async (_, to, error_code) => {
    const { call } = await createKakaoBench();
    const { structuredContent } = await call('send_kakao_template', { to, template: text });
    expect(structuredContent).toMatchObject({ error_code, details: { field: 'to' } });
  });
});

describe('the rails', () => {
  const changed: readonly [string, Record<string, unknown>][] = [
    ['the text', { ...text, text: 'other' }],
    ['an address', { ...text, link: { ...link, web_url: 'https://example.com/8' } }],
    ['a button', { ...text, buttons: [{ title: 'other', link }] }],
  ];

  it('know the same template again, in whatever order it is written', async () => {
    const { call, sent } = await createKakaoBench();
    await call('send_kakao_template', { to: 'me', template: text });
    const template = Object.fromEntries(Object.entries(text).reverse());
    const { structuredContent } = await call('send_kakao_template', { to: 'me', template });
    expect(structuredContent).toMatchObject({ success: true, duplicate: true });
    expect(sent()).toHaveLength(1);
  });

  it.each(changed)('take %s that differs for another template', async (_, template) => {
    const { call, sent } = await createKakaoBench();
    await call('send_kakao_template', { to: 'me', template: text });
    await call('send_kakao_template', { to: 'me', template });
    expect(sent()).toHaveLength(2);
  });

  it.each(changed)('hold a confirmation to the whole template: %s', async (_, template) => {
    const { call, sent } = await createKakaoBench({ env: { JEONBO_CONFIRM: 'always' } });
    const held = await call('send_kakao_template', { to: 'me', template: text });
    const { confirm_token } = held.structuredContent;
    const other = await call('send_kakao_template', { to: 'me', template, confirm_token });
    expect(other.structuredContent).toMatchObject({ confirmation_required: true });
    expect(sent()).toEqual([]);
    await call('send_kakao_template', { to: 'me', template: text, confirm_token });
    expect(sent()).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>]>([
    ['the text', { ...text, text: clientSecret }],
    ['a text with a line break in it', { ...text, text: clientSecret.replace('test', 'te\nst') }],
    ['an address', { ...text, link: { web_url: `https://example.com/?k=${clientSecret}` } }],
    [
      'an encoded address',
      { ...text, link: { web_url: `https://example.com/?k=%6B${clientSecret.slice(1)}` } },
    ],
    ['a button', { ...text, buttons: [{ title: clientSecret, link }] }],
    ['parameters of an app', { ...text, link: { android_execution_params: clientSecret } }],
    ['two fields together', { ...text, buttons: splitSecret() }],
  ])('let no secret leave in %s', async (_, template) => {
    const { call, sent } = await createKakaoBench();
    const answer = await call('send_kakao_template', { to: 'me', template });
    expect(answer.structuredContent).toMatchObject({
      error_code: 'SECRET_IN_MESSAGE',
      details: { field: 'template' },
    });
    expect(JSON.stringify(answer)).not.toContain(clientSecret);
    expect(sent()).toEqual([]);
  });
});

function splitSecret() {
  const half = Math.floor(clientSecret.length / 2);
  return [
    { title: clientSecret.slice(0, half), link: {} },
    { title: clientSecret.slice(half), link: {} },
  ];
}
