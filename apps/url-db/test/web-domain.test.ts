import { expect, test } from 'vitest';
import { nodePath, row, seed, setUpWorld } from './web-page.ts';

// What one can do with a domain beside filling it.

const world = setUpWorld();

const nodes = ['하나', '둘'].map((title, index) => ({
  domain_name: 'tech',
  url: `https://example.com/${index}?utm_source=${index}`,
  title,
}));

const definitions = async () =>
  (await world.ask('GET', '/domains/tech/attributes')).body.attributes as { name: string }[];

test('its description, and whether tracking parameters count', async () => {
  await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await page.getByRole('button', { name: '설명 쓰기' }).click();
  await page.getByLabel('설명').fill('기술 글');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByText('기술 글').waitFor();
  await page.getByLabel('추적 매개변수 무시').check();
  await expect
    .poll(async () => (await world.ask('GET', '/domains/tech')).body)
    .toMatchObject({ description: '기술 글', strip_tracking: true });
});

test('its attributes: defined with a type, offered at each URL, deleted with their values only on demand', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await page.getByRole('button', { name: '속성 정의하기' }).click();
  await page.getByLabel('이름').fill('순서');
  await page.getByLabel('유형').selectOption('ordered_tag');
  await page.getByRole('button', { name: '저장' }).click();
  await page.locator('.definition', { hasText: '순서 태그' }).waitFor();

  await row(page, '하나').click();
  await page.getByRole('button', { name: '순서', exact: true }).click();
  expect(await page.getByLabel('유형').isDisabled()).toBe(true);
  const field = page.getByRole('textbox', { name: '값', exact: true });
  for (const tag of ['첫째', '둘째', '셋째']) {
    await field.fill(tag);
    await field.press('Enter');
  }
  await page.getByRole('button', { name: '셋째 앞으로' }).click();
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('button', { name: '순서 편집' }).waitFor();
  expect((await world.ask('GET', `${nodePath(key)}/attributes`)).body.attributes).toEqual([
    { name: '순서', type: 'ordered_tag', value: '첫째', order_index: 0 },
    { name: '순서', type: 'ordered_tag', value: '셋째', order_index: 1 },
    { name: '순서', type: 'ordered_tag', value: '둘째', order_index: 2 },
  ]);

  await page.getByRole('link', { name: 'tech 도메인 정보' }).click();
  await page.getByRole('button', { name: '순서 속성 정의 삭제' }).click();
  await page.getByText('이 속성의 값이 있는 URL이 있어요.').waitFor();
  await page.getByRole('button', { name: '그대로 두기' }).click();
  expect(await definitions()).toHaveLength(1);
  await page.getByRole('button', { name: '순서 속성 정의 삭제' }).click();
  await page.getByRole('button', { name: '값까지 모두 삭제' }).click();
  await page.getByText('아직 속성이 없어요').waitFor();
  expect(await definitions()).toHaveLength(0);
});

test('a name that is new gets the type that was chosen, or the one its value suggests', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await world.open({ at: `#/tech/${key}` });
  const add = async (name: string, value: string, type?: string) => {
    await page.getByRole('button', { name: '속성 추가' }).click();
    await page.getByLabel('이름').fill(name);
    if (type !== undefined) await page.getByLabel('유형').selectOption(type);
    await page.getByLabel('값', { exact: true }).fill(value);
    await page.getByRole('button', { name: '저장' }).click();
    await page.getByRole('button', { name: `${name} 편집` }).waitFor();
  };
  await add('a', '백엔드');
  await add('b', 'one, two');
  await add('c', '줄\n바꿈');
  await add('d', '12', 'string');
  const { attributes } = (await world.ask('GET', `${nodePath(key)}/attributes`)).body;
  expect(attributes).toEqual([
    { name: 'a', type: 'tag', value: '백엔드' },
    { name: 'b', type: 'string', value: 'one, two' },
    { name: 'c', type: 'markdown', value: '줄\n바꿈' },
    { name: 'd', type: 'string', value: '12' },
  ]);
});

test('a value that its type does not take is said to be wrong, and nothing changes', async () => {
  const [key = ''] = await seed(world, nodes);
  await world.ask('PUT', `${nodePath(key)}/attributes`, {
    attributes: [{ name: 'rating', value: '4' }],
  });
  const page = await world.open({ at: `#/tech/${key}` });
  await page.getByRole('button', { name: 'rating 편집' }).click();
  const rating = page.getByRole('textbox', { name: 'rating' });
  await rating.fill('좋음');
  await rating.press('Enter');
  await page.getByText('유한한 십진수여야 합니다').waitFor();
  expect(await rating.getAttribute('aria-invalid')).toBe('true');
  await rating.press('Escape');
  await page.locator('.number', { hasText: '4' }).waitFor();
});

test('it is deleted with everything only by who writes its name', async () => {
  await seed(world, [...nodes, { domain_name: 'recipes', url: 'https://example.com/' }]);
  const page = await world.open({ at: '#/tech/about' });
  await page.getByRole('button', { name: '도메인 삭제' }).click();
  const dialog = page.getByRole('dialog', { name: 'tech 도메인을 지울까요?' });
  await dialog.getByText('URL 2개').waitFor();
  const button = dialog.getByRole('button', { name: '도메인 삭제' });
  expect(await button.isDisabled()).toBe(true);
  await page.keyboard.type('tec');
  await page.keyboard.press('Enter');
  expect((await world.ask('GET', '/domains')).body.domains).toHaveLength(2);
  await page.keyboard.type('h');
  await page.keyboard.press('Enter');
  await page.locator('.list-title', { hasText: '모든 URL' }).waitFor();
  expect(await page.locator('.domain-name').allTextContents()).toEqual(['모든 URL', 'recipes']);
  await row(page, '하나').waitFor({ state: 'detached' });
  expect((await world.ask('GET', '/domains/tech')).status).toBe(404);
});

test('a domain whose name is taken or no name', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await page.getByRole('button', { name: '새 도메인' }).click();
  const dialog = page.getByRole('dialog', { name: '새 도메인' });
  await dialog.getByLabel('이름').fill('-나쁜 이름');
  await page.keyboard.press('Enter');
  await dialog.getByText(/하이픈 1~50자/).waitFor();
  await dialog.getByLabel('이름').fill('TECH');
  await page.keyboard.press('Enter');
  await dialog.getByText('이미 있는 도메인입니다').waitFor();
});

test('of many domains one is found by a part of its name', async () => {
  for (let index = 0; index < 20; index += 1)
    await world.ask('POST', '/domains', { name: `collection-${index}` });
  const page = await world.open();
  await page.getByRole('searchbox', { name: '도메인 찾기' }).fill('N-7');
  await page.getByRole('link', { name: /collection-0/ }).waitFor({ state: 'detached' });
  expect(await page.locator('.domain-links li').count()).toBe(1);
});

test('who comes back to the tab sees what other programs did meanwhile', async () => {
  await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await row(page, '하나').waitFor();
  await page.clock.install();
  const show = (state: string) =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await world.ask('POST', '/nodes', { domain_name: 'tech', url: 'https://example.com/new' });
  await show('hidden');
  await page.clock.fastForward(60_000);
  await show('visible');
  await row(page, 'New - example.com').waitFor();
  await page.locator('.domain-link', { hasText: 'tech' }).getByText('3', { exact: true }).waitFor();
});
