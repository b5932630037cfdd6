import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import type {
  OAuthClientInformationMixed,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js';
import { createBrowser, type Visit } from '../../apps/mcp-http/test/support/browser.ts';

/** Whom the sandbox knows without a seed. */
export const person = { name: '김서연' } as const;

/** An MCP client's side of the log-in, in memory, and the person in front of it. */
export function createLogIn(sandboxUrl: string) {
  let information: OAuthClientInformationMixed | undefined;
  let tokens: OAuthTokens | undefined;
  let verifier = '';
  let code: string | undefined;
  const redirectUrl = 'http://127.0.0.1:4099/callback';
  const provider: OAuthClientProvider = {
    redirectUrl,
    clientMetadata: {
      client_name: 'Jeonbo tour',
      redirect_uris: [redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    clientInformation: () => information,
    saveClientInformation(given) {
      information = given;
    },
    tokens: () => tokens,
    saveTokens(given) {
      tokens = given;
    },
    saveCodeVerifier(given) {
      verifier = given;
    },
    codeVerifier: () => verifier,
    async redirectToAuthorization(url) {
      code = await walk(url.href, sandboxUrl);
    },
  };
  return {
    provider,
    get code() {
      return code;
    },
    get tokens() {
      return tokens;
    },
  };
}

/** What a person does in a browser: agrees on our page, then logs in at Kakao. @returns the code for the client */
async function walk(address: string, sandboxUrl: string): Promise<string> {
  const browser = createBrowser();
  const start = await browser.open(address);
  const consent = { ...(await browser.open(next(start))), url: next(start) };
  const agreed = await browser.submit(consent, { decision: 'agree' });
  const callback = await atKakao(sandboxUrl, next(agreed));
  const back = await browser.open(callback);
  const led = await browser.open(next(back));
  const code = new URL(next(led)).searchParams.get('code');
  if (!code) throw new Error(`no code: ${next(led)}`);
  return code;
}

/** Opens the address of a consent that a tool handed over, and agrees. */
export async function agreeAtKakao(sandboxUrl: string, url: string): Promise<void> {
  const { status } = await createBrowser().open(await atKakao(sandboxUrl, url));
  if (status !== 200) throw new Error(`the consent ended with ${status}`);
}

/** Logs the person in at the sandbox's Kakao, as its page does. @returns where Kakao leads back to */
async function atKakao(sandboxUrl: string, url: string): Promise<string> {
  const answer = await fetch(`${sandboxUrl}/_sandbox/kakao/authorize`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, user: person.name }),
  });
  const { location } = (await answer.json()) as { location?: string };
  if (!location) throw new Error(`Kakao did not lead back: ${answer.status}`);
  return location;
}

function next({ status, next: url }: Visit): string {
  if (!url) throw new Error(`a page that leads nowhere: ${status}`);
  return url;
}
