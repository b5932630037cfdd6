import type { Browser, Page } from '../../pages/open-page.ts';

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;
type Context = Awaited<ReturnType<Browser['newContext']>>;

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} as const satisfies ContextOptions;

export const desktop = { viewport: { width: 1280, height: 800 } } as const satisfies ContextOptions;

/** One person's browser: its tabs share their cookies, and it notes what no page may have. */
export interface Person {
  readonly context: Context;
  /** Scripts that failed or spoke, what the Content-Security-Policy had to stop, what did not load. */
  readonly complaints: string[];
  tab(): Promise<Page>;
}

export async function openBrowser(browser: Browser, options: ContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({ ...desktop, locale: 'ko-KR', ...options });
  // Below the limit of a test, so that a miss names what was waited for.
  context.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('dialog', (dialog) => {
    complaints.push(`a script says ${dialog.message()}`);
    dialog.dismiss();
  });
  context.on('console', (entry) => {
    // A page with the status of a failure is told as what could not be loaded; it is there all the same.
    const isPage = entry.location().url === entry.page()?.url();
    if (!isPage || !entry.text().startsWith('Failed to load resource'))
      complaints.push(`${entry.location().url}: ${entry.text()}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // A page that was left before it had all.
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`);
  });
  return { context, complaints, tab: () => context.newPage() };
}
