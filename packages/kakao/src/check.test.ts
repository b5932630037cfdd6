import { describe, expect, it } from 'vitest';
import {
  calendarTemplate,
  commerceTemplate,
  createKakaoClient,
  feedTemplate,
  type KakaoTemplate,
  listTemplate,
  locationTemplate,
  textTemplate,
  webLink,
} from './index.ts';

const { check } = createKakaoClient();
const link = webLink('https://example.com');
const content = { title: '봄 원피스', imageUrl: 'https://example.com/dress.jpg', link };
const button = { title: '보기', link };
const buttons = (count: number) => Array.from({ length: count }, () => button);

const text = textTemplate({ text: '안녕하세요', link });
const feed = feedTemplate({ content });
const list = listTemplate({ headerTitle: '소식', headerLink: link, contents: [content, content] });
const location = locationTemplate({ address: '경기 성남시 분당구 판교역로 166', content });
const commerce = commerceTemplate({ content, commerce: { regularPrice: 50_000 } });
const calendar = calendarTemplate({ id: 'event-1', idType: 'event', content });

/** Wrong on purpose, as a program without types can be. */
const wrong = (template: KakaoTemplate, change: object) =>
  ({ ...template, ...change }) as unknown as KakaoTemplate;
const price = (fields: object) => wrong(commerce, { commerce: { regularPrice: 1, ...fields } });

it.each([text, feed, list, location, commerce, calendar])('takes a $objectType', (template) => {
  expect(check({ template })).toMatchObject({ ok: true, errors: [], warnings: [], kind: null });
});

it.each<[string, KakaoTemplate]>([
  ['an empty link', { ...text, link: {} }],
  ['an address as URL', { ...text, link: webLink(new URL('https://example.com')) }],
  ['200 characters', { ...text, text: '가'.repeat(200) }],
  ['200 emoji', { ...text, text: '🎉'.repeat(200) }],
  ['two buttons', { ...text, buttons: buttons(2) }],
  ['a title of the button', { ...feed, buttonTitle: '주문 보기' }],
  ['a discount rate', price({ discountPrice: 1, discountRate: 100 })],
  ['a fixed discount', price({ discountPrice: 1, fixedDiscountPrice: 0 })],
  [
    'an image without an ending',
    { ...feed, content: { ...content, imageUrl: 'https://a.example/1.webp' } },
  ],
])('takes %s', (_, template) => {
  expect(check({ template })).toMatchObject({ ok: true, errors: [], warnings: [] });
});

it.each<[string, KakaoTemplate, string, string?]>([
  ['no text', { ...text, text: ' \u3164' }, 'text', 'EMPTY_MESSAGE'],
  ['201 characters', { ...text, text: '가'.repeat(201) }, 'text', 'MESSAGE_TOO_LONG'],
  ['a text without a link', wrong(text, { link: undefined }), 'link'],
  ['an address that is none', { ...text, link: { webUrl: 'javascript:alert(1)' } }, 'link.webUrl'],
  [
    'a mobile address that is none',
    { ...text, link: { mobileWebUrl: '/path' } },
    'link.mobileWebUrl',
  ],
  ['three buttons on a text', { ...text, buttons: buttons(3) }, 'buttons'],
  ['three buttons on a feed', { ...feed, buttons: buttons(3) }, 'buttons'],
  ['three buttons on a list', { ...list, buttons: buttons(3) }, 'buttons'],
  ['a title and buttons', { ...commerce, buttonTitle: '보기', buttons: buttons(1) }, 'buttons'],
  ['buttons that are no list', wrong(location, { buttons: button }), 'buttons'],
  ['a button without a title', { ...feed, buttons: [{ title: ' ', link }] }, 'buttons[0].title'],
  ['a button without a link', wrong(feed, { buttons: [{ title: '보기' }] }), 'buttons[0].link'],
  ['a feed without content', wrong(feed, { content: undefined }), 'content'],
  ['content without a link', wrong(feed, { content: { title: '제목' } }), 'content.link'],
  [
    'a private image',
    { ...feed, content: { ...content, imageUrl: 'http://10.0.0.1/a.jpg' } },
    'content.imageUrl',
    'INVALID_IMAGE_URL',
  ],
  [
    'a private item image',
    { ...feed, itemContent: { titleImageUrl: 'file:///a.jpg' } },
    'itemContent.titleImageUrl',
    'INVALID_IMAGE_URL',
  ],
  ['a list without a header', { ...list, headerTitle: '' }, 'headerTitle'],
  ['a list without its link', wrong(list, { headerLink: null }), 'headerLink'],
  ['a list of nothing', { ...list, contents: [] }, 'contents'],
  ['a wrong content in a list', wrong(list, { contents: [content, {}] }), 'contents[1].link'],
  ['a location without an address', wrong(location, { address: undefined }), 'address'],
  ['no price', wrong(commerce, { commerce: {} }), 'commerce.regularPrice'],
  ['no commerce', wrong(commerce, { commerce: undefined }), 'commerce.regularPrice'],
  ['a price in words', price({ regularPrice: '50,000원' }), 'commerce.regularPrice'],
  [
    'a price below nothing',
    price({ discountPrice: -1, discountRate: 1 }),
    'commerce.discountPrice',
  ],
  ['more than all off', price({ discountPrice: 1, discountRate: 101 }), 'commerce.discountRate'],
  [
    'two kinds of discount',
    price({ discountPrice: 1, discountRate: 1, fixedDiscountPrice: 1 }),
    'commerce.fixedDiscountPrice',
  ],
  ['a calendar without an id', { ...calendar, id: '' }, 'id'],
  ['a calendar of another kind', wrong(calendar, { idType: 'birthday' }), 'idType'],
  ['a type that is none', wrong(text, { objectType: 'toString' }), 'objectType'],
])('refuses %s', (_, template, field, code = 'VALIDATION_ERROR') => {
  const { ok, errors } = check({ template });
  expect(ok).toBe(false);
  expect(errors).toMatchObject([{ code, field: `template.${field}` }]);
});

it('refuses what is no template at all', () => {
  for (const template of [null, undefined, 'text', []])
    expect(check({ template: template as unknown as KakaoTemplate })).toMatchObject({
      ok: false,
      errors: [{ field: 'template.objectType' }],
    });
});

it.each<[string, KakaoTemplate, string]>([
  ['one content', { ...list, contents: [content] }, 'contents'],
  ['four contents', { ...list, contents: Array(4).fill(content) }, 'contents'],
  ['two buttons on a calendar', { ...calendar, buttons: buttons(2) }, 'buttons'],
  [
    'six items',
    { ...feed, itemContent: { items: Array(6).fill({ item: '항목', itemOp: '1원' }) } },
    'itemContent.items',
  ],
  ['a discount without a reason', price({ discountPrice: 1 }), 'commerce.discountPrice'],
  ['a rate without a price', price({ discountRate: 10 }), 'commerce.discountPrice'],
])('warns of %s, which is known second-hand only', (_, template, field) => {
  const { ok, warnings } = check({ template });
  expect(ok).toBe(true);
  expect(warnings).toMatchObject([{ code: 'TEMPLATE_LIMIT', field: `template.${field}` }]);
});

describe('other contents', () => {
  it.each([
    { templateId: 3135 },
    { templateId: 3135, templateArgs: { name: '홍길동', count: 2 } },
    { requestUrl: 'https://example.com' },
    { requestUrl: new URL('https://example.com'), templateId: 3135 },
  ])('%o is taken', (content) => {
    expect(check(content)).toMatchObject({ ok: true });
  });

  it.each([
    [{ templateId: 0 }, 'templateId'],
    [{ templateId: Number.NaN }, 'templateId'],
    [{ requestUrl: '' }, 'requestUrl'],
    [{ requestUrl: 'ftp://example.com' }, 'requestUrl'],
    [{ requestUrl: 'https://example.com', templateId: 1.5 }, 'templateId'],
  ])('%o is refused', (content, field) => {
    expect(check(content).errors).toMatchObject([{ code: 'VALIDATION_ERROR', field }]);
  });
});

describe('receivers', () => {
  const receivers = (count: number) =>
    Array.from({ length: count }, (_, index) => `friend-${index}`);
  it.each([
    [0, 'INVALID_RECIPIENTS_COUNT'],
    [1, undefined],
    [100, undefined],
    [101, 'INVALID_RECIPIENTS_COUNT'],
  ])('%i', (count, code) => {
    const { errors } = check({ template: text, receiverUuids: receivers(count) });
    expect(errors[0]?.code).toBe(code);
  });

  it.each(['', ' ', 'a b', 7])('%o names nobody', (uuid) => {
    const { errors } = check({ template: text, receiverUuids: ['ok', uuid as string] });
    expect(errors).toMatchObject([{ code: 'VALIDATION_ERROR', field: 'receiverUuids[1]' }]);
  });
});
