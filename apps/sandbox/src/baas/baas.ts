import type { Provider, ProviderContext } from '../gateway/provider.ts';
import type { Seed } from '../seed/seed.ts';
import { BaasRefusal, errorAnswer, errorForStatus } from './answers.ts';
import { authenticate } from './authenticate.ts';
import { groupMessages } from './group-messages.ts';
import { parseSend } from './parse-send.ts';
import { registerRecipient } from './register-recipient.ts';
import { send } from './send.ts';
import type { BaasStateData } from './state.ts';
import { createBaasState } from './state.ts';

const messagePath = /^(\/api)?\/message(?:\/|$)/;
const recipientPath = /^\/recipient(?:\/|$)/;
const sendPath = /^(\/api)?\/message\/(sms|mms)$/;
const groupPath = /^(?:\/api)?\/message\/send_history\/sms\/([^/]+)\/messages$/;
const registerPath = /^\/recipient\/([^/]+)$/;

/** The BaaS SMS and MMS API in both of its forms: v1 (`/message/…`, project in the body) and v2 (`/api/message/…`). */
export function createBaas(seed: Seed, keep: number): Provider<BaasStateData> {
  const state = createBaasState(seed, keep);

  async function route(request: Request, context: ProviderContext): Promise<Response> {
    const path = new URL(request.url).pathname;
    const sending = sendPath.exec(path);
    if (sending !== null) {
      requireMethod(request, 'POST');
      const caller = authenticate(request.headers, seed.baas);
      const profile = sending[1] === undefined ? 'v1' : 'v2';
      const form = { channel: sending[2] === 'mms' ? 'mms' : 'sms', profile } as const;
      return send(parseSend(await readJson(request), form), form, caller, state, context);
    }
    const group = groupPath.exec(path)?.[1];
    if (group !== undefined) {
      requireMethod(request, 'GET');
      return groupMessages(group, authenticate(request.headers, seed.baas), state, context);
    }
    const project = registerPath.exec(path)?.[1];
    if (project !== undefined) {
      requireMethod(request, 'POST');
      return registerRecipient(project, await readJson(request), seed.baas, state, context);
    }
    throw new BaasRefusal(404, 'NOT_FOUND', `없는 경로입니다: ${path}`);
  }

  return {
    name: 'baas',
    matches: (path) => messagePath.test(path) || recipientPath.test(path),
    async handle(request, context) {
      try {
        return await route(request, context);
      } catch (error) {
        if (!(error instanceof BaasRefusal)) throw error;
        const path = new URL(request.url).pathname;
        const isMessage = sendPath.test(path) || groupPath.test(path);
        return errorAnswer(isMessage ? 'message' : 'platform', error.error);
      }
    },
    error: (status) => errorAnswer('message', errorForStatus(status)),
    reset: state.reset,
    save: state.save,
    load: state.load,
  };
}

function requireMethod(request: Request, method: string): void {
  if (request.method === method) return;
  throw new BaasRefusal(405, 'BAD_REQUEST', `${method} 요청만 받습니다.`);
}

async function readJson(request: Request): Promise<Readonly<Record<string, unknown>>> {
  let body: unknown;
  try {
    body = JSON.parse(await request.text());
  } catch {
    throw new BaasRefusal(400, 'BAD_REQUEST', '요청 본문이 JSON 형식이 아닙니다.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new BaasRefusal(400, 'BAD_REQUEST', '요청 본문은 JSON 객체여야 합니다.');
  }
  return body as Readonly<Record<string, unknown>>;
}
