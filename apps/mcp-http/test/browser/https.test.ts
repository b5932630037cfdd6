import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import type { Browser } from '../pages/open-page.ts';
import { startKakaoPlace } from '../support/kakao-place.ts';
import { startBalancer } from '../support/round-robin.ts';
import { type Asking, startAsking } from './support/asking.ts';
import { openBrowser } from './support/person.ts';
import { walk } from './support/walk.ts';

// What a browser keeps of a log-in, by http on this machine and by https as the world meets it.

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe('cookies', () => {
  it('by https: for this host alone, secure, out of reach of scripts and of other sites', async () => {
    await using front = await startBalancer({ tls: true });
    await using place = await startKakaoPlace({ BASE_URL: front.url });
    front.lead(place.url);
    await using client = await startAsking(front);
    const kept = await cookiesOf(client, front.url);
    for (const cookie of kept) {
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true });
      expect(cookie.domain).toBe('localhost');
      expect(cookie.name).toMatch(/^__(Host|Secure)-jeonbo_/);
    }
    expect(kept.filter(({ path }) => path === '/').map(({ name }) => name)).toEqual([
      '__Host-jeonbo_browser',
    ]);
  });

  it('by http on this machine: the same but for what http cannot', async () => {
    await using place = await startKakaoPlace();
    await using client = await startAsking(place);
    const kept = await cookiesOf(client, place.url);
    for (const cookie of kept)
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false });
  });
});

/** Those that a whole log-in left or showed on its way. No page sees any. */
async function cookiesOf(client: Asking, origin: string) {
  const person = await openBrowser(browser, { ignoreHTTPSErrors: true });
  const page = await person.tab();
  await page.goto(client.address);
  expect(page.url()).toMatch(new RegExp(`^${origin}/interaction/`));
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const during = await person.context.cookies();
  await walk(page).goThrough();
  expect((await client.redeem()).access_token).toBeTruthy();
  const after = await person.context.cookies();
  expect(during.length).toBeGreaterThan(1);
  expect(person.complaints).toEqual([]);
  return [...during, ...after.filter(({ name }) => !during.some((one) => one.name === name))];
}
