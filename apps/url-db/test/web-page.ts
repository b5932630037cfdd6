import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from '../../sandbox/test/browser.ts';
import { createUrlDb, type UrlDb } from '../src/index.ts';

// The built page (the test command builds first) in a real browser, on the real server with a database of its own.

export const desktop = { width: 1440, height: 900 };
export const handset = { width: 390, height: 844 };

export interface World {
  /** Of the server. */
  readonly url: string;
  readonly browser: Browser;
  open(options?: OpenOptions): Promise<Page>;
  /** What `/api/mcp` answers, as another program asks it. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  stopServer(): Promise<void>;
  /** On the same port, with the same database. */
  startServer(): Promise<void>;
}

interface OpenOptions extends BrowserContextOptions {
  /** `#/tech-articles` */
  readonly at?: string;
  /** For a page that breaks its own rules on purpose. */
  readonly mayComplain?: boolean;
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly body: any;
}

/** One browser for a file, one server and database for a test; no page may complain. */
export function setUpWorld(environment: Readonly<Record<string, string>> = {}): World {
  let browser: Browser;
  let server: UrlDb | undefined;
  let folder: string;
  let url = '';
  /** What no page may have: an uncaught error, or something that the Content-Security-Policy had to stop. */
  let complaints: string[];
  const tokens = environment.URL_DB_TOKENS;

  const startServer = async () => {
    const port = url === '' ? '0' : new URL(url).port;
    const DATABASE_URL = `file:${join(folder, 'url-db.sqlite')}`;
    server = createUrlDb({ environment: { DATABASE_URL, PORT: port, ...environment } });
    url = await server.start();
  };
  const stopServer = async () => {
    await server?.stop();
    server = undefined;
  };

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    complaints = [];
    url = '';
    folder = await mkdtemp(join(tmpdir(), 'url-db-web-'));
    await startServer();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await stopServer();
    await rm(folder, { recursive: true, force: true });
    expect(complaints).toEqual([]);
  });

  return {
    get url() {
      return url;
    },
    get browser() {
      return browser;
    },
    async open({ at = '', mayComplain = false, ...options } = {}) {
      const context = await browser.newContext({
        viewport: desktop,
        locale: 'ko-KR',
        reducedMotion: 'reduce',
        ...options,
      });
      // Below the limit of a test, so that a miss names what was waited for.
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (entry) => {
        // Chromium writes a line for each answer of 400 and above, and for each request that got none.
        const isExpected = /^Failed to load resource/.test(entry.text());
        if (entry.type() === 'error' && !isExpected && !mayComplain) complaints.push(entry.text());
      });
      await page.goto(`${url}/${at}`);
      await page.locator('.app').waitFor();
      return page;
    },
    async ask(method, path, body) {
      const [token] = tokens?.split(',') ?? [];
      const response = await fetch(`${url}/api/mcp${path}`, {
        method,
        headers: { ...(token && { Authorization: `Bearer ${token}` }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    stopServer,
    startServer,
  };
}

export interface SampleNode {
  readonly domain_name: string;
  readonly url: string;
  readonly title?: string;
  readonly description?: string;
}

/** Domains and nodes, made as another program would; answers the nodes' keys in order. */
export async function seed(world: World, nodes: readonly SampleNode[]): Promise<string[]> {
  for (const name of new Set(nodes.map(({ domain_name }) => domain_name)))
    await world.ask('POST', '/domains', { name });
  const { body } = await world.ask('POST', '/nodes/batch-create', { nodes });
  return (body.results as { node: { composite_id: string } }[]).map(
    ({ node }) => node.composite_id,
  );
}

export const row = (page: Page, title: string) => page.locator('.row', { hasText: title });

/** The path of a key in `/api/mcp`. */
export const nodePath = (key: string) => `/nodes/${encodeURIComponent(key)}`;

/** However slow the machine is, no time passes for the page by itself; `clock.runFor` lets it pass. */
export async function stopClock(page: Page): Promise<void> {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 1_000);
}
