import { beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../options.ts';
import { link, logIn, sendMemo, startKakao } from '../test-support.ts';

let sandbox: Sandbox;
let token: string;
beforeEach(async () => {
  ({ sandbox } = await startKakao());
  token = (await logIn(sandbox, '서연', { scope: 'profile_nickname talk_message' })).access_token;
});

const send = async (template: unknown) => {
  const text = typeof template === 'string' ? template : JSON.stringify(template);
  return (await sendMemo(sandbox, token, text)).json;
};
const url = link.mobile_web_url;
const button = { title: '사기', link };
const content = {
  title: '제목',
  description: '설명',
  image_url: 'https://app.example/1.png',
  link,
};

const right = {
  text: { object_type: 'text', text: '안녕', link },
  feed: { object_type: 'feed', content },
  list: {
    object_type: 'list',
    header_title: '목록',
    header_link: link,
    contents: [content, content],
  },
  location: { object_type: 'location', address: '서울시 중구 1', content },
  commerce: { object_type: 'commerce', content, commerce: { regular_price: 10_000 } },
  calendar: { object_type: 'calendar', id: 'event-1', id_type: 'event', content },
};

describe('what the chat shows of', () => {
  const shown = async (template: object) => {
    expect(await send(template)).toEqual({ result_code: 0 });
    return sandbox.messages().at(-1);
  };

  it('a text: itself, and the button Kakao puts under it', async () => {
    expect((await shown(right.text))?.card).toMatchObject({
      type: 'text',
      contents: [{ title: null, description: '안녕', image: null, url }],
      buttons: [{ title: '자세히 보기', url }],
    });
    const silent = await shown({ ...right.text, link: {} });
    expect(silent?.card?.buttons).toEqual([]);
  });

  it('a feed: picture, items, three counts, its own buttons', async () => {
    const message = await shown({
      ...right.feed,
      item_content: {
        profile_text: '가게',
        items: [{ item: '커피', item_op: '4,500원' }],
        sum: '합계',
        sum_op: '4,500원',
      },
      social: { like_count: 1234, comment_count: 2, shared_count: 3, view_count: 4 },
      buttons: [button, { ...button, title: '보기' }],
    });
    expect(message?.media).toEqual(['https://app.example/1.png']);
    expect(message?.text).toBe('제목\n설명\n가게\n커피 4,500원\n합계 4,500원');
    expect(message?.card).toMatchObject({
      contents: [{ title: '제목', image: content.image_url }, { title: '가게' }],
      social: [
        { kind: 'like', count: '1,234' },
        { kind: 'comment', count: '2' },
        { kind: 'shared', count: '3' },
      ],
      buttons: [
        { title: '사기', url },
        { title: '보기', url },
      ],
    });
  });

  it('a feed of items: whose it is, what it is about, and a sum that is drawn apart', async () => {
    const message = await shown({
      ...right.feed,
      item_content: {
        profile_text: '가게',
        profile_image_url: 'https://app.example/shop.png',
        title_image_text: '커피 외 1건',
        title_image_url: 'https://app.example/cup.png',
        title_image_category: '음료',
        items: [{ item: '커피', item_op: '4,500원' }],
        sum: '합계',
        sum_op: '4,500원',
      },
    });
    expect(message?.card?.contents.slice(1)).toEqual([
      { title: '가게', description: null, image: 'https://app.example/shop.png', url: null },
      {
        title: '커피 외 1건',
        description: '음료',
        image: 'https://app.example/cup.png',
        url: null,
      },
    ]);
    expect(message?.card?.facts).toEqual([
      { name: '커피', value: '4,500원' },
      { name: '합계', value: '4,500원', isTotal: true },
    ]);
    expect(message?.media).toHaveLength(3);
  });

  it('a list, a place and an event', async () => {
    expect((await shown(right.list))?.card).toMatchObject({
      header: { title: '목록', url },
      contents: [{ title: '제목' }, { title: '제목' }],
    });
    const place = await shown({ ...right.location, address_title: '본점' });
    expect(place?.card?.place).toEqual({ title: '본점', address: '서울시 중구 1' });
    expect(place?.text).toContain('서울시 중구 1');
    expect((await shown(right.calendar))?.card?.facts).toEqual([
      { name: 'event', value: 'event-1' },
    ]);
  });

  it.each([
    [{ regular_price: 10_000 }, { regular: '10,000원', discounted: null, discount: null }],
    [
      { regular_price: 10_000, discount_price: 8500, discount_rate: 15, product_name: '컵' },
      { regular: '10,000원', discounted: '8,500원', discount: '15%', product: '컵' },
    ],
    [
      {
        regular_price: 20,
        discount_price: 15,
        fixed_discount_price: 5,
        currency_unit: '$',
        currency_unit_position: 1,
      },
      { regular: '$20', discounted: '$15', discount: '$5' },
    ],
  ])('a price %j', async (commerce, price) => {
    expect((await shown({ ...right.commerce, commerce }))?.card?.price).toMatchObject(price);
  });
});

describe('template_object is refused with -2 and the place of the fault:', () => {
  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'name=template_object'],
    ['a list', '[]', 'template_object must be an object'],
    ['no type', { text: 'x', link }, 'object_type must be one of text, feed'],
    ['a type of the prototype', { object_type: 'constructor' }, 'object_type'],
    ['no text', { ...right.text, text: undefined }, 'text is required'],
    ['an empty text', { ...right.text, text: ' ' }, 'text must be a text'],
    ['201 characters', { ...right.text, text: '가'.repeat(201) }, 'text may have 200 characters'],
    ['no link', { ...right.text, link: undefined }, 'link is required'],
    [
      'a script as a link',
      { ...right.text, link: { web_url: 'javascript:alert(1)' } },
      'link.web_url',
    ],
    ['three buttons', { ...right.text, buttons: [button, button, button] }, 'buttons may be 2'],
    ['a button without a link', { ...right.text, buttons: [{ title: 'x' }] }, 'buttons[0].link'],
    ['a button without a title', { ...right.text, buttons: [{ link }] }, 'buttons[0].title'],
    [
      'a title and buttons',
      { ...right.text, button_title: 'x', buttons: [button] },
      'button_title and buttons exclude',
    ],
    ['no content', { ...right.feed, content: undefined }, 'content is required'],
    ['a content without a link', { ...right.feed, content: { title: 'x' } }, 'content.link'],
    [
      'a picture that is no address',
      { ...right.feed, content: { ...content, image_url: 'a.png' } },
      'content.image_url',
    ],
    ['a negative count', { ...right.feed, social: { like_count: -1 } }, 'social.like_count'],
    [
      'an item without its value',
      { ...right.feed, item_content: { items: [{ item: 'x' }] } },
      'item_content.items[0].item_op',
    ],
    ['no header', { ...right.list, header_title: undefined }, 'header_title is required'],
    ['no header link', { ...right.list, header_link: undefined }, 'header_link is required'],
    ['an empty list', { ...right.list, contents: [] }, 'contents must not be empty'],
    ['a wrong row', { ...right.list, contents: [content, {}] }, 'contents[1].link'],
    ['no address', { ...right.location, address: undefined }, 'address is required'],
    ['no commerce', { ...right.commerce, commerce: undefined }, 'commerce is required'],
    ['no price', { ...right.commerce, commerce: {} }, 'commerce.regular_price is required'],
    [
      'a rate of 101',
      { ...right.commerce, commerce: { regular_price: 1, discount_rate: 101 } },
      'commerce.discount_rate must be from 0 to 100',
    ],
    [
      'two discounts',
      {
        ...right.commerce,
        commerce: { regular_price: 9, discount_rate: 1, fixed_discount_price: 1 },
      },
      'exclude each other',
    ],
    ['no id', { ...right.calendar, id: undefined }, 'id is required'],
    ['another id_type', { ...right.calendar, id_type: 'day' }, 'id_type must be event or calendar'],
  ])('%s', async (_name, template, words) => {
    expect(await send(template)).toEqual({
      code: -2,
      msg: expect.stringMatching(/^failed to parse parameter\. name=template_object/),
    });
    expect((await send(template)).msg).toContain(words);
    expect(sandbox.messages()).toEqual([]);
  });

  it('none of what is right, at its limits too', async () => {
    for (const template of Object.values(right))
      expect(await send(template)).toEqual({ result_code: 0 });
    const long = { ...right.text, text: '😀'.repeat(200), buttons: [button, button] };
    expect(await send(long)).toEqual({ result_code: 0 });
  });
});
