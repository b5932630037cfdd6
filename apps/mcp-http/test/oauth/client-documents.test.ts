import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBrowser } from '../support/browser.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import {
  authorizationRequest,
  logIn,
  openConsent,
  redirectUri,
  refresh,
} from '../support/oauth.ts';

// Clients that name themselves by a document (client-id metadata documents). Which address may be read at all is tested
// with the fetch that reads it.

const good = {
  client_name: 'Host of a document',
  redirect_uris: [redirectUri],
  grant_types: ['authorization_code', 'refresh_token'],
};
const documents = new Map<string, (url: string) => Response>();
let asked: string[] = [];

let place: KakaoPlace;
beforeAll(async () => {
  const fetchClientMetadata = async (input: unknown) => {
    const url = String(input);
    asked.push(url);
    const respond = documents.get(new URL(url).pathname);
    return respond ? respond(url) : new Response('', { status: 404 });
  };
  place = await startKakaoPlace({ JEONBO_HTTP_PROXIES: '1' }, { fetchClientMetadata });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => place[Symbol.asyncDispose]());

let addresses = 0;
const open = (client_id: string, from = `2001:db8::${++addresses}`) => {
  const { address } = authorizationRequest(place.url, { client: { client_id } });
  return createBrowser().open(address, { 'x-forwarded-for': from });
};

describe('a client named by a document', () => {
  it('needs no registration, and is shown with where it is from', async () => {
    const client_id = 'https://host.example/client.json';
    documents.set('/client.json', (url) => Response.json({ ...good, client_id: url }));
    const client = { client_id, redirect_uris: [redirectUri] };
    const { address } = authorizationRequest(place.url, { client });
    const consent = await openConsent(createBrowser(), address);
    expect(consent.text).toContain('Host of a document');
    expect(consent.text).toContain('host.example');
    const { tokens } = await logIn(place, { client });
    expect((await refresh(place.url, client, tokens.refresh_token)).status).toBe(200);
    // Read once for all of it.
    expect(asked).toEqual([client_id]);
  });

  it.each<[string, (url: string) => Response]>([
    ['is not there', () => new Response('', { status: 404 })],
    ['is elsewhere', () => new Response('', { status: 302, headers: { location: '/a' } })],
    ['is no JSON', () => new Response('<html>')],
    ['is a list', () => Response.json([])],
    ['is another’s', () => Response.json({ ...good, client_id: 'https://other.example/client' })],
    ['names nobody', () => Response.json(good)],
    ['holds a secret', (url) => Response.json({ ...good, client_id: url, client_secret: 'a' })],
    [
      'wants a secret',
      (url) =>
        Response.json({
          ...good,
          client_id: url,
          token_endpoint_auth_method: 'client_secret_post',
        }),
    ],
    [
      'leads to another site without https',
      (url) => Response.json({ ...good, client_id: url, redirect_uris: ['http://evil.example/'] }),
    ],
    ['leads nowhere', (url) => Response.json({ client_id: url })],
    [
      'runs in the page',
      (url) => Response.json({ ...good, client_id: url, redirect_uris: ['javascript:alert(1)'] }),
    ],
    [
      'has too long a name',
      (url) => Response.json({ ...good, client_id: url, client_name: 'n'.repeat(101) }),
    ],
    ['is too large', (url) => Response.json({ ...good, client_id: url, more: 'a'.repeat(5000) })],
  ])('is none where it %s', async (_name, respond) => {
    documents.set('/wrong.json', respond);
    const { status, next } = await open('https://host.example/wrong.json');
    expect([status, next]).toEqual([400, undefined]);
    expect(asked).toHaveLength(1);
  });

  it.each([
    'http://host.example/client.json',
    'https://user@host.example/client.json',
    'https://host.example/client.json#a',
    'https://host.example/../client.json',
    'https:host.example/client.json',
    'javascript:alert(1)',
  ])('is not looked for at %s', async (client_id) => {
    expect((await open(client_id)).status).toBe(400);
    expect(asked).toEqual([]);
  });

  it('is not looked for as often as anybody likes', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `https://host.example/none-${index}`);
    const answers = await Promise.all(ids.map((id) => open(id, '203.0.113.7')));
    expect(answers.every(({ status }) => status === 400)).toBe(true);
    expect(asked).toHaveLength(30);
  });
});
