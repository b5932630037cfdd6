import type { launchBrowser } from '../../../sandbox/test/browser.ts';

export type Browser = Awaited<ReturnType<typeof launchBrowser>>;
export type Page = Awaited<ReturnType<Browser['newPage']>>;
type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

export interface OpenedPage {
  readonly page: Page;
  /** What no page may have: errors, and what the Content-Security-Policy had to stop. */
  readonly complaints: string[];
}

/** An empty page in a context of its own, watched from the start. */
export async function openPage(
  browser: Browser,
  options: ContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'ko-KR',
    ...options,
  });
  // Below the limit of a test, so that a miss names what was waited for.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (entry) => {
    // A page with the status of a failure is told by the browser as what could not be loaded; it is there all the same.
    if (entry.location().url !== page.url() || !entry.text().startsWith('Failed to load resource'))
      complaints.push(entry.text());
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // The page was left before it had all.
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed: ${why}`);
  });
  return { page, complaints };
}

/** The fonts in which a browser drew what is in an element: `Pretendard Regular`, ours or the machine's. */
export async function fontsOf(page: Page, selector: string) {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument');
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName, isCustomFont }) => ({ familyName, isCustomFont }));
}

/** A letter as the page draws it, as a picture that can be compared. */
export function draw(page: Page, letter: string): Promise<string> {
  return page.evaluate(async (text) => {
    const font = `40px ${getComputedStyle(document.body).fontFamily}`;
    await document.fonts.load(font, text);
    const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 60 });
    const context = canvas.getContext('2d');
    if (context) Object.assign(context, { font }).fillText(text, 5, 45);
    return canvas.toDataURL();
  }, letter);
}
