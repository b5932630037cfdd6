import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import type { Browser, Page } from '../pages/open-page.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { logIn } from '../support/oauth.ts';
import { callTool, contentOf } from '../support/raw.ts';
import { startAsking } from './support/asking.ts';
import { type OtherSite, startOtherSite } from './support/other-site.ts';
import { openBrowser } from './support/person.ts';
import { walk } from './support/walk.ts';

// What a page of somebody else can do to a person who is in the middle of a log-in: nothing.

let browser: Browser;
let place: KakaoPlace;
let other: OtherSite;
beforeAll(async () => {
  browser = await launchBrowser();
  place = await startKakaoPlace();
  other = await startOtherSite();
});
afterAll(async () => {
  await browser?.close();
  await place?.[Symbol.asyncDispose]();
  await other?.[Symbol.asyncDispose]();
});
beforeEach(() => place.sandbox.reset());

const logIns = () =>
  place.sandbox.exchanges().filter(({ request }) => request.path.startsWith('/oauth/'));

describe.each(['crossSite', 'sameSite'] as const)('a form of another origin (%s)', (origin) => {
  it.each(['agree', 'decline'])(
    'cannot %s, though it knows all that the page knows',
    async (decision) => {
      await using client = await startAsking(place);
      const person = await openBrowser(browser);
      const page = await person.tab();
      await page.goto(client.address);
      const token = await page.locator('input[name=csrf]').getAttribute('value');
      other.show(`<form method="post" action="${page.url()}">
<input name="csrf" value="${token}"><input name="decision" value="${decision}">
</form><script>document.forms[0].submit()</script>`);
      const elsewhere = await person.tab();
      const answered = elsewhere.waitForResponse(({ url }) => url() === page.url());
      await elsewhere.goto(other[origin]);
      expect((await answered).status()).toBe(400);
      await elsewhere.getByRole('heading', { level: 1 }).waitFor();
      expect(logIns()).toEqual([]);
      // The person's own question stands as it stood.
      await walk(page).goThrough();
      expect((await client.redeem()).access_token).toBeTruthy();
      expect(person.complaints).toEqual([]);
    },
  );
});
