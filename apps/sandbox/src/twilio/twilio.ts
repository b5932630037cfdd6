import type { Provider, ProviderContext, ProviderHost } from '../gateway/provider.ts';
import type { Seed } from '../seed/seed.ts';
import { errorAnswer, errorForStatus, notFound, TwilioRefusal, withRequestId } from './answers.ts';
import { authenticate } from './authenticate.ts';
import { followDelivery } from './follow-delivery.ts';
import type { TwilioParts } from './parts.ts';
import { receiveMessage } from './receive-message.ts';
import { routesOf } from './routes.ts';
import { createScheduler } from './scheduler.ts';
import type { TwilioStateData } from './state.ts';
import { createTwilioState } from './state.ts';
import { createStatusCallbacks } from './status-callbacks.ts';
import { createTokens } from './tokens.ts';

const accountPath = /^\/2010-04-01\/Accounts\/(AC[\da-f]{32})(\/.*)$/i;

/** Twilio's Messages with Media and Feedback, API version 2010-04-01: SMS and MMS. */
export function createTwilio(
  seed: Seed,
  keep: number,
  host: ProviderHost,
): Provider<TwilioStateData> {
  const tokens = createTokens(seed.twilio);
  const state = createTwilioState(keep, host);
  const tell = createStatusCallbacks(state, tokens, host);
  const scheduler = createScheduler(state, host, tell);
  const parts: TwilioParts = { host, tokens, state, scheduler };
  const routes = routesOf(parts, tell);

  async function route(request: Request, context: ProviderContext): Promise<Response> {
    const url = new URL(request.url);
    const [, accountSid, path] = accountPath.exec(url.pathname) ?? [];
    if (accountSid === undefined || path === undefined) throw notFound(url.pathname);
    authenticate(request.headers, accountSid, tokens);
    for (const [pattern, methods] of routes) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const handler = methods[request.method];
      if (handler === undefined) throw new TwilioRefusal(20004, 'Method not allowed', 405);
      const [, sid = '', mediaSid = ''] = match;
      return handler({ accountSid, sid, mediaSid, url, form: await readForm(request), context });
    }
    throw notFound(url.pathname);
  }

  return {
    name: 'twilio',
    matches: (path) => path.startsWith('/2010-04-01/'),
    async handle(request, context) {
      try {
        return withRequestId(await route(request, context));
      } catch (error) {
        if (!(error instanceof TwilioRefusal)) throw error;
        return errorAnswer(error.error);
      }
    },
    error: (status) => errorAnswer(errorForStatus(status)),
    onStep: (message, step) => followDelivery(message, step, state, host, tell),
    controls: { inbound: (request) => receiveMessage(request, parts) },
    webhooks: ({ providerId }) => state.get(providerId)?.webhooks ?? [],
    forgetMessages() {
      scheduler.stop();
      state.clear();
    },
    reset() {
      scheduler.stop();
      state.reset();
    },
    save: state.save,
    load(data) {
      state.load(data);
      scheduler.resume();
    },
  };
}

/** Any other body is no body: Twilio then misses every parameter. */
async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? await request.text() : '');
}
