import { problem } from '../control/answers.ts';
import { controlPath } from '../control/control.ts';
import { BodyTooLarge } from '../server/read-body.ts';
import type { GatewayParts, IncomingRequest, Outgoing } from './gateway.ts';
import { passThrough } from './gateway.ts';
import { refusalOf } from './origin-guard.ts';
import type { Provider } from './provider.ts';

export interface RouterParts {
  readonly gateway: GatewayParts;
  readonly providers: readonly Provider[];
  readonly control: (request: Request) => Promise<Response>;
  readonly inbox: (path: string, headers: Headers) => Promise<Response | undefined>;
  readonly allowedHosts: readonly string[];
}

/** Every request of the origin, socket or not, comes through here. */
export function createRouter(parts: RouterParts) {
  return async (incoming: IncomingRequest, signal: AbortSignal): Promise<Outgoing> => {
    const { method, url, headers } = incoming;
    const refusal = refusalOf(method, headers, parts.allowedHosts);
    if (refusal !== undefined) return answer(problem(403, 'FORBIDDEN', refusal));
    try {
      const provider = parts.providers.find((candidate) => candidate.matches(url.pathname));
      if (provider !== undefined) return await passThrough(parts.gateway, provider, incoming);
      if (url.pathname.startsWith(controlPath)) return answer(await control(incoming, signal));
      return answer((await inbox(incoming)) ?? nothingHere(parts.providers));
    } catch (error) {
      if (error instanceof BodyTooLarge)
        return answer(problem(413, 'BODY_TOO_LARGE', error.message));
      throw error;
    }
  };

  async function control(incoming: IncomingRequest, signal: AbortSignal): Promise<Response> {
    const { method, url, headers } = incoming;
    const body = method === 'GET' || method === 'HEAD' ? null : await incoming.readBody();
    const response = await parts.control(new Request(url, { method, headers, body, signal }));
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
    return response;
  }

  async function inbox({ method, url, headers }: IncomingRequest): Promise<Response | undefined> {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    return parts.inbox(url.pathname, headers);
  }
}

function answer(response: Response): Outgoing {
  return { kind: 'answer', response };
}

function nothingHere(providers: readonly Provider[]): Response {
  const names = providers.map(({ name }) => name).join(', ');
  return problem(404, 'NOT_FOUND', `No provider of the sandbox (${names}) has this path.`);
}
