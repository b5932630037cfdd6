import type { IncomingMessage } from 'node:http';
import { Notice, redirect } from './answers.ts';
import { findInteraction, finish, type Interaction } from './interactions.ts';
import { kakaoProblem } from './kakao-problem.ts';
import type { OAuthParts, Route } from './parts.ts';
import { grantableScopes } from './scopes.ts';
import { callbackPath, type LoginRecord, loginKind } from './start-login.ts';

/** `/auth/callback`: who logged in at Kakao comes back, to the browser and the client that began. */
export function createLoginCallback(parts: OAuthParts): Route {
  const { provider, kakao, vault, metrics, log } = parts;
  return async (request, response) => {
    const callback = callbackOf(request, parts.issuer, callbackPath);
    const login = await takeLogin(request, callback, parts);
    const interaction = await findInteraction(provider, login.interaction);
    try {
      const { sub, tokens } = await kakao.complete(callback, login);
      await vault.set(sub, tokens);
      const to = await allow(interaction, sub, parts);
      metrics.login('done');
      log.info('logged in', { caller: `kakao:${sub}` });
      redirect(response, to);
    } catch (error) {
      const problem = kakaoProblem(error);
      metrics.login(problem.declined ? 'declined' : 'failed');
      if (!problem.declined) log.error('Kakao login failed', { error, ...problem.forLog });
      redirect(response, await finish(interaction, problem.forClient));
    }
  };
}

/** The address that Kakao called, as the world knows it. */
export function callbackOf({ url = '' }: IncomingMessage, issuer: string, path: string): URL {
  const callback = new URL(issuer + path);
  callback.search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return callback;
}

/** Once, and only in the browser that began: another one must neither end this login nor spoil it. */
async function takeLogin(
  request: IncomingMessage,
  callback: URL,
  { records, browsers, metrics }: OAuthParts,
): Promise<LoginRecord> {
  const state = callback.searchParams.get('state') ?? '';
  const found = await records.get<LoginRecord>(loginKind, state);
  if (!found) throw new Notice('expired');
  if (browsers.known(request)?.id !== found.value.browser) {
    metrics.login('wrong_browser');
    throw new Notice('wrongBrowser');
  }
  const login = await records.take<LoginRecord>(loginKind, state);
  if (!login) throw new Notice('expired');
  return login;
}

async function allow(
  interaction: Interaction,
  account: string,
  { provider, grants }: OAuthParts,
): Promise<string> {
  const { client_id, resource, scope } = interaction.params;
  const grant = new provider.Grant({ accountId: account, clientId: String(client_id) });
  const scopes = grantableScopes(String(scope ?? ''));
  for (const one of [resource].flat()) grant.addResourceScope(String(one), [...scopes]);
  const grantId = await grant.save();
  await grants.add(account, grantId);
  return finish(interaction, {
    login: { accountId: account, remember: false },
    consent: { grantId },
    select_account: {},
  });
}
