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
export interface Person extends AsyncDisposable {
  readonly context: Context;
  /** Scripts that failed or spoke, what the Content-Security-Policy had to stop, what did not load. */
  readonly complaints: string[];
  tab(): Promise<Page>;
}

/** Those that nobody uses, by what they were made with. */
const idle = new WeakMap<Browser, Map<string, Context[]>>();

/** New to every site; of those before it only the letters and styles are left that a cache holds. */
export async function openBrowser(browser: Browser, options: ContextOptions = {}): Promise<Person> {
  const kept = idle.get(browser) ?? new Map<string, Context[]>();
  idle.set(browser, kept);
  const kind = JSON.stringify(options);
  const all = { ...desktop, locale: 'ko-KR', ...options };
  const context = kept.get(kind)?.pop() ?? (await browser.newContext(all));
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
  return {
    context,
    complaints,
    tab: () => context.newPage(),
    async [Symbol.asyncDispose]() {
      for (const page of context.pages()) await page.close();
      await context.clearCookies();
      context.removeAllListeners();
      kept.set(kind, [...(kept.get(kind) ?? []), context]);
    },
  };
}
