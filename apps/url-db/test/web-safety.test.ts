import { expect, test } from 'vitest';
import { nodePath, row, seed, setUpWorld } from './web-page.ts';

const world = setUpWorld({ URL_DB_SCHEMES: 'ftp,mailto' });

const script = '<img src=x onerror="globalThis.broken=1"><script>globalThis.broken=1</script>';

test('markup in title, description, URL and every type of attribute stays text', async () => {
  const [key = ''] = await seed(world, [
    {
      domain_name: 'tech',
      url: `https://example.com/?q=${script.replaceAll(' ', '')}#"onload="x`,
      title: script,
      description: `${script} javascript:alert(1)`,
    },
  ]);
  const value = script.replaceAll(';', '');
  const { status, body } = await world.ask('PUT', `${nodePath(key)}/attributes`, {
    attributes: [
      { name: 'a text', value: `${value} ${'-'.repeat(60)}` },
      { name: 'a tag', value: '<b onclick=x>' },
      {
        name: 'markdown',
        value: `[x](javascript:alert(1))\n${script}\n![](http://example.com/x.png)`,
      },
      { name: '"><script>', value: '1' },
    ],
  });
  expect(status, JSON.stringify(body)).toBe(200);
  const page = await world.open({ at: `#/tech/${key}` });
  await page.getByRole('heading', { name: script }).waitFor();
  await page.locator('#search').fill('<script>');
  await page.locator('.row mark').first().waitFor();
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  expect(await page.locator('img, .app script, b, [onclick], [onload]').count()).toBe(0);
  expect(await page.locator('.markdown').textContent()).toContain('[x](javascript:alert(1))');
});

test('markdown reads as it is meant, its links lead to the web alone, and its pictures are links', async () => {
  const [key = ''] = await seed(world, [{ domain_name: 'tech', url: 'https://example.com/' }]);
  await world.ask('POST', '/domains/tech/attributes', { name: '메모', type: 'markdown' });
  const value = [
    '# 요약',
    '**굵게**, `code`',
    '다음 줄',
    '',
    '1. 하나\n2. [둘](https://example.com/둘)\n   - [x] [셋](javascript:alert(1))',
    '',
    '![그림](https://pictures.test/a.png)',
    '',
    '| 열 |\n| --- |\n| 칸 |',
    '',
    '```\n<b>a</b>\n```',
  ].join('\n');
  await world.ask('PUT', `${nodePath(key)}/attributes`, { attributes: [{ name: '메모', value }] });
  const page = await world.open();
  const pictures: string[] = [];
  page.on('request', (request) => /pictures/.test(request.url()) && pictures.push(request.url()));
  await page.locator('.row').first().click();
  const shown = page.locator('.markdown');
  await shown.getByRole('heading', { name: '요약' }).waitFor();
  expect(await shown.locator('strong, p code, br').count()).toBe(3);
  expect(await shown.locator('ol > li').count()).toBe(2);
  expect(await shown.locator('ul > li').textContent()).toBe('☑ [셋](javascript:alert(1))');
  expect(await shown.getByRole('cell', { name: '칸' }).count()).toBe(1);
  expect(await shown.locator('pre').textContent()).toBe('<b>a</b>');
  const links = shown.locator('a');
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'https://example.com/%EB%91%98',
    'https://pictures.test/a.png',
  ]);
  for (const rel of await links.evaluateAll((all) => all.map((one) => one.getAttribute('rel'))))
    expect(rel).toBe('noopener noreferrer');
  expect(pictures).toEqual([]);

  // It is longer than what is shown at first.
  const height = () => shown.evaluate((element) => element.clientHeight);
  const cut = await height();
  await page.getByRole('button', { name: '모두 보기' }).click();
  expect(await height()).toBeGreaterThan(cut);
  await page.getByRole('button', { name: '줄여 보기' }).click();
  expect(await height()).toBe(cut);
});

test('only http and https become links', async () => {
  const keys = await seed(world, [
    { domain_name: 'tech', url: 'ftp://example.com/file', title: 'by ftp' },
    { domain_name: 'tech', url: 'https://user@example.com/한글?q=1', title: 'by https' },
  ]);
  const page = await world.open({ at: `#/tech/${keys[0]}` });
  await page.getByRole('heading', { name: 'by ftp' }).waitFor();
  expect(await page.locator('.node-url').evaluate((element) => element.tagName)).toBe('SPAN');
  await row(page, 'by https').click();
  const link = page.locator('a.node-url');
  await link.waitFor();
  expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  expect(await link.getAttribute('target')).toBe('_blank');
  // What stands before @ is no host.
  expect(await row(page, 'by https').locator('.row-host').textContent()).toBe('example.com');
});

test('a picture is shown from a file and from https, and from nowhere else', async () => {
  const [key = ''] = await seed(world, [{ domain_name: 'tech', url: 'https://example.com/' }]);
  const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  const pictures = {
    file: pixel,
    https: 'https://pictures.test/a.png',
    plain: 'http://pictures.test/b.png',
  };
  for (const name of Object.keys(pictures))
    await world.ask('POST', '/domains/tech/attributes', { name, type: 'image' });
  await world.ask('PUT', `${nodePath(key)}/attributes`, {
    attributes: Object.entries(pictures).map(([name, value]) => ({ name, value })),
  });
  const page = await world.open();
  const asked: (string | undefined)[][] = [];
  await page.route(/pictures\.test/, async (route) => {
    asked.push([route.request().url(), route.request().headers().referer]);
    await route.fulfill({ contentType: 'image/gif', body: Buffer.from(pixel.slice(22), 'base64') });
  });
  await page.locator('.row').first().click();
  await page.getByRole('img', { name: 'file' }).waitFor();
  await page.getByRole('img', { name: 'https' }).waitFor();
  await page.getByText('https 주소와 파일로 된 이미지만 보여 드려요.').waitFor();
  await expect.poll(() => asked).toEqual([[pictures.https, undefined]]);
});

test('a file goes into the value, and one of another kind does not', async () => {
  const [key = ''] = await seed(world, [{ domain_name: 'tech', url: 'https://example.com/' }]);
  const page = await world.open({ at: `#/tech/${key}` });
  await page.getByRole('button', { name: '속성 추가' }).click();
  await page.getByLabel('이름').fill('cover');
  await page.getByLabel('유형').selectOption('image');
  const file = page.locator('input[type=file]');
  await file.setInputFiles({
    name: 'a.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg/>'),
  });
  await page.getByText('JPEG, PNG, GIF, WebP만 저장할 수 있어요.').waitFor();
  const buffer = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
  await file.setInputFiles({ name: 'a.gif', mimeType: 'image/gif', buffer });
  await page.getByRole('img', { name: '값' }).waitFor();
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('img', { name: 'cover' }).waitFor();
  const { attributes } = (await world.ask('GET', `${nodePath(key)}/attributes`)).body;
  expect(attributes).toEqual([
    { name: 'cover', type: 'image', value: `data:image/gif;base64,${buffer.toString('base64')}` },
  ]);
});

test('the page stays on its own server and keeps to its policy', async () => {
  await seed(world, [{ domain_name: 'tech', url: 'https://example.com/' }]);
  const page = await world.open({ mayComplain: true });
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  await page.reload();
  await page.locator('.row').first().click();
  await page.getByRole('button', { name: '속성 추가' }).waitFor();
  expect([...origins]).toEqual([world.url]);
  const stopped = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) =>
      addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective)),
    );
    // A hole that somebody makes one day must not open.
    try {
      document.body.innerHTML = '<p>made of text</p>';
    } catch {
      return violation;
    }
    return 'nothing';
  });
  expect(stopped).toBe('require-trusted-types-for');
});
