/** One page or redirect, as a browser sees it. */
export interface Visit {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it leads on by itself: a redirect, or a page that hands off. */
  readonly next: string | undefined;
}

/** A person's browser without a window: it keeps cookies by origin and path, and follows nothing by itself. */
export interface TestBrowser {
  open(url: string, headers?: Readonly<Record<string, string>>): Promise<Visit>;
  /** Fills the only form of a page, and presses the button `decision`. */
  submit(
    page: Visit & { readonly url: string },
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Visit>;
  readonly cookies: readonly Cookie[];
}

interface Cookie {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
  readonly attributes: string;
}

export function createBrowser(): TestBrowser {
  const jar = new Map<string, Cookie>();
  const cookiesFor = ({ hostname, pathname }: URL) =>
    [...jar.values()]
      .filter(({ host, path }) => host === hostname && pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  const keep = (url: URL, lines: readonly string[]) => {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      const cookie = { host: url.hostname, path, name, value, attributes: attributes.join('; ') };
      const key = [url.hostname, path, name].join(' ');
      if (/expires=Thu, 01 Jan 1970/.test(line)) jar.delete(key);
      else jar.set(key, cookie);
    }
  };
  const visit = async (
    address: string,
    headers: Readonly<Record<string, string>>,
    body?: URLSearchParams,
  ): Promise<Visit> => {
    const url = new URL(address);
    const cookie = cookiesFor(url);
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie && { cookie }), ...(body && type), ...headers },
      ...(body && { method: 'POST', body: body.toString() }),
    });
    keep(url, answer.headers.getSetCookie());
    const text = await answer.text();
    const refresh = /http-equiv="refresh" content="0; ?url=([^"]+)"/.exec(text)?.[1];
    const next = answer.headers.get('location') ?? (refresh && unescaped(refresh));
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      next: next ? new URL(next, url).href : undefined,
    };
  };
  return {
    open: (url, headers = {}) => visit(url, headers),
    submit: (page, fields, headers = {}) => {
      const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(page.text) ?? [];
      const hidden = [...page.text.matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
        const [, name] = / name="([^"]+)"/.exec(input) ?? [];
        const [, value = ''] = / value="([^"]*)"/.exec(input) ?? [];
        return name ? [[name, unescaped(value)]] : [];
      });
      const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
      const { origin } = new URL(page.url);
      return visit(new URL(unescaped(action), page.url).href, { origin, ...headers }, body);
    },
    get cookies() {
      return [...jar.values()];
    },
  };
}

function unescaped(text: string): string {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" } as const;
  return text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_whole, name: keyof typeof entities) => entities[name],
  );
}
