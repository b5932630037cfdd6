import { startPostgres } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../support/browser.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import {
  atKakao,
  authorizationRequest,
  authorize,
  logIn,
  openConsent,
  people,
  postToken,
  redirectUri,
  refresh,
  register,
} from '../support/oauth.ts';
import { callTool } from '../support/raw.ts';

// On PostgreSQL requests really run at the same time: each statement is a trip, and the others go on meanwhile.

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let place: KakaoPlace;
beforeAll(async () => {
  postgres = await startPostgres();
  const DATABASE_URL = await postgres.createDatabase();
  place = await startKakaoPlace({ DATABASE_URL, JEONBO_SECRET_KEY: 'a9'.repeat(32) });
});
afterAll(async () => {
  await place[Symbol.asyncDispose]();
  await postgres.stop();
});

const times = 20;
const atOnce = <Result>(work: () => Promise<Result>) =>
  Promise.all(Array.from({ length: times }, work));

describe('of twenty at once', () => {
  it('one redeems the code, and what it got stays good', async () => {
    const client = await register(place.url);
    const { verifier, address } = authorizationRequest(place.url, { client });
    const code = (await authorize(place, address)).searchParams.get('code') ?? '';
    const answers = await atOnce(() =>
      postToken(place.url, {
        grant_type: 'authorization_code',
        code,
        client_id: client.client_id,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array(times - 1).fill(400)]);
    const token = answers.find(({ status }) => status === 200)?.body.access_token;
    const headers = { authorization: `Bearer ${token}` };
    const called = await callTool(place.mcp, headers, 'check_message', { message: 'a' });
    expect(called.status).toBe(200);
  });

  it('all refresh to the same successor, which has one itself', async () => {
    const { client, tokens } = await logIn(place);
    let token = tokens.refresh_token;
    for (const _round of [1, 2, 3]) {
      const answers = await atOnce(() => refresh(place.url, client, token));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const [next = '', ...others] = new Set(answers.map(({ body }) => body.refresh_token));
      expect(others).toEqual([]);
      token = next;
    }
  });

  it('one ends a log-in at Kakao', async () => {
    const client = await register(place.url);
    const browser = createBrowser();
    const consent = await openConsent(browser, authorizationRequest(place.url, { client }).address);
    const { next = '' } = await browser.submit(consent, { decision: 'agree' });
    const callback = await atKakao(place, next, people.mina);
    const answers = await atOnce(() => browser.open(callback));
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([303, ...Array(times - 1).fill(400)]);
  });
});
