/** On our page, or only at Kakao. */
export type Decision = 'agree' | 'decline' | 'refuse at Kakao';

/** What a person does in their browser, by plain requests: cookies, redirects, our consent page and Kakao's log-in. */
export function createBrowser(sandboxUrl: string, user: string) {
  const cookies = new Map<string, string>();

  async function request(url: string, form?: URLSearchParams): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'accept-language': 'ko',
        ...(form && { origin: new URL(url).origin }),
      },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  /** Kakao's pages: logs in as the test user, and agrees to everything. */
  async function atKakao(url: string, refuse: boolean): Promise<string> {
    const answer = await fetch(`${sandboxUrl}/_sandbox/kakao/authorize`, {
      method: 'POST',
      body: JSON.stringify({ url, user, refuse }),
    });
    const { location } = (await answer.json()) as { location: string };
    return location;
  }

  return {
    /** Opens an address and goes on until a page is the last one. Gives its text. */
    async open(address: string, decision: Decision = 'agree') {
      let url = address;
      for (;;) {
        if (url.startsWith(`${sandboxUrl}/oauth/authorize`))
          url = await atKakao(url, decision === 'refuse at Kakao');
        let response = await request(url);
        let page = await response.text();
        const token = /name="csrf" value="([^"]+)"/.exec(page)?.[1];
        if (token) {
          const answer = decision === 'decline' ? 'decline' : 'agree';
          response = await request(url, new URLSearchParams({ csrf: token, decision: answer }));
          page = await response.text();
        }
        const next = response.headers.get('location') ?? handedTo(page);
        if (!next) return { status: response.status, page };
        url = new URL(next, url).href;
      }
    },
  };
}

/** A page that leads on by itself. */
function handedTo(page: string): string | undefined {
  const [, url] = /<meta http-equiv="refresh" content="0; ?url=([^"]+)"/i.exec(page) ?? [];
  return url?.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
}
