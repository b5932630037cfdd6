import type { IncomingMessage, ServerResponse } from 'node:http';
import { consentForm, consentPage } from '../pages/index.ts';
import { answerPage, handOff, languageOf, Notice } from './answers.ts';
import type { Browser } from './browser.ts';
import { finish, type Interaction, refused } from './interactions.ts';
import { kakaoProblem } from './kakao-problem.ts';
import type { OAuthParts, Route } from './parts.ts';
import { readForm } from './read-form.ts';
import { grantableScopes } from './scopes.ts';
import { startLogin } from './start-login.ts';

/** `/interaction/:uid`: our own question, before Kakao's, about the client that asks. */
export function createConsentRoute(parts: OAuthParts): Route {
  const { browsers } = parts;
  return async (request, response) => {
    const interaction = await ownInteraction(request, response, parts);
    const browser = browsers.recognize(request, response);
    if (request.method === 'POST') await answer(request, response, interaction, browser, parts);
    else await ask(request, response, interaction, browser, parts);
  };
}

async function ask(
  request: IncomingMessage,
  response: ServerResponse,
  interaction: Interaction,
  browser: Browser,
  { provider, language }: OAuthParts,
  status = 200,
): Promise<void> {
  const { client_id, redirect_uri, scope, ui_locales } = interaction.params;
  const client = await provider.Client.find(String(client_id));
  if (!client) throw new Notice('badRequest', 'invalid_client');
  const html = consentPage({
    language: languageOf(request, language, ui_locales),
    action: `/interaction/${interaction.uid}`,
    csrfToken: browser.formToken(interaction.uid),
    client: {
      name: client.clientName,
      metadataUrl: client.clientId.startsWith('https://') ? client.clientId : undefined,
    },
    redirectUri: String(redirect_uri),
    scopes: grantableScopes(String(scope ?? '')),
  });
  answerPage(response, 'consent', html, status);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  interaction: Interaction,
  browser: Browser,
  parts: OAuthParts,
): Promise<void> {
  const { issuer, metrics, log } = parts;
  const language = languageOf(request, parts.language, interaction.params.ui_locales);
  const form = await readForm(request, issuer);
  if (!browser.isFormToken(form.get(consentForm.token), interaction.uid)) {
    // Of two tabs that opened at the same moment each was given a cookie, and the later one stayed. Nothing is decided by
    // such a form, so the same is asked again.
    await ask(request, response, interaction, browser, parts, 400);
    return;
  }
  const decision = form.get(consentForm.decision);
  if (decision === consentForm.decline) {
    metrics.consent('declined');
    handOff(response, await finish(interaction, refused), language);
    return;
  }
  if (decision !== consentForm.agree) throw new Notice('badRequest', 'form');
  metrics.consent('agreed');
  try {
    handOff(response, await startLogin(interaction.uid, browser, parts), language);
  } catch (error) {
    const problem = kakaoProblem(error);
    log.error('Kakao login not started', { error, ...problem.forLog });
    metrics.login('failed');
    handOff(response, await finish(interaction, problem.forClient), language);
  }
}

/** The library knows by a cookie of its own whether this browser began. */
async function ownInteraction(
  request: IncomingMessage,
  response: ServerResponse,
  { provider }: OAuthParts,
): Promise<Interaction> {
  const [, uid] = /^\/interaction\/([\w-]+)$/.exec((request.url ?? '').split('?')[0] ?? '') ?? [];
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!interaction || interaction.uid !== uid) throw new Notice('expired');
  return interaction;
}
