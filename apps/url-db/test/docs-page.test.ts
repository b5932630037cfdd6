import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../sandbox/test/browser.ts';
import { startUrlDb, type TestUrlDb } from './support/url-db.ts';

const token = 'long-enough-token';
let engine: TestEngine;
let browser: Browser;

beforeAll(async () => {
  const [, open] = testEngines[0] as (typeof testEngines)[number];
  engine = await open();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await engine?.stop();
});

/** The page, which may not complain about anything. */
async function openDocs(urlDb: TestUrlDb, locale: string): Promise<Page> {
  const page = await browser.newPage({ locale, viewport: { width: 390, height: 844 } });
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) throw new Error(message.text());
  });
  await page.goto(`${urlDb.origin}/docs`);
  return page;
}

it('tries operations out, with a token, by keyboard too', async () => {
  await using urlDb = await startUrlDb(engine, { URL_DB_TOKENS: token });
  const page = await openDocs(urlDb, 'ko-KR');
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');

  const create = page.locator('#create_domain');
  await create.locator('summary').focus();
  await page.keyboard.press('Enter');
  await create.getByRole('button', { name: '보내기' }).click();
  await create.locator('output.refused').waitFor();
  expect(await create.locator('output').textContent()).toContain('UNAUTHORIZED');

  await page.locator('#token').fill(token);
  await create.locator('textarea').fill('{ "name": "tech-articles", "description": "기술" }');
  await create.getByRole('button', { name: '보내기' }).click();
  await create.locator('output.done').waitFor();
  expect(await create.locator('output').textContent()).toMatch(/^201 Created · \d+ ms\n/);

  const get = page.locator('#get_domain');
  await get.locator('summary').click();
  await get.getByLabel('name').fill('tech-articles');
  await get.getByLabel('name').press('Enter');
  await get.locator('output.done').waitFor();
  expect(await get.locator('output').textContent()).toContain('"description": "기술"');

  // Nothing sticks out of a phone's width.
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.close();
});

it('is in English for who reads English, and lists what may be answered', async () => {
  await using urlDb = await startUrlDb(engine);
  const page = await openDocs(urlDb, 'en-GB');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.locator('#list_nodes summary').click();
  const list = page.locator('#list_nodes');
  await list.getByRole('button', { name: 'Send' }).click();
  await list.locator('output.done').waitFor();
  expect(await list.locator('output').textContent()).toContain('"total_count": 0');
  expect(await list.locator('table').textContent()).toContain('DOMAIN_NOT_FOUND');
  expect(await page.locator('#token').count()).toBe(0);
  await page.getByRole('link', { name: '한국어' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');
  await page.close();
});
