import type { IncomingMessage, ServerResponse } from 'node:http';
import { UrlDbError } from '../errors/url-db-error.ts';
import type { Settings } from '../settings.ts';
import { answerNothing } from './answer.ts';

/**
 * Holds requests to the names of this server, against pages that reach it by a name of their own (DNS rebinding), and
 * pages to those of this machine.
 */
export interface Gate {
  /**
   * Tells a page that may call that it may read the answer.
   *
   * @throws UrlDbError `FORBIDDEN`
   */
  pass(request: IncomingMessage, response: ServerResponse): void;
  /** Answers OPTIONS, and a browser that asks before it calls. */
  answerPreflight(response: ServerResponse, allowed: readonly string[]): void;
}

const refusals = {
  host: {
    en: 'The Host header names another machine. URL_DB_HOSTS lists the names that this server answers to',
    ko: 'Host 헤더가 다른 서버를 가리킵니다. 이 서버가 응답하는 이름은 URL_DB_HOSTS에 적습니다',
  },
  origin: {
    en: 'The Origin header names a page of another site. URL_DB_ORIGINS lists those that may call',
    ko: 'Origin 헤더가 다른 사이트의 페이지를 가리킵니다. 호출할 수 있는 사이트는 URL_DB_ORIGINS에 적습니다',
  },
} as const;

/** How many spellings of good Host headers are kept in mind. */
const remembered = 100;

export function createGate({ tokens, hosts, origins }: Settings): Gate {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', ...hosts.map(lower)]);
  const good = new Set<string>();

  // A page of another name has no token, so where one is needed its name says nothing more.
  const checkHost = ({ headers: { host }, socket }: IncomingMessage) => {
    if (tokens.length > 0 || (host !== undefined && good.has(host))) return;
    const name = nameOf(host);
    if (name !== undefined && names.has(name)) {
      if (good.size < remembered) good.add(host as string);
    } else if (name === undefined || name !== addressOf(socket.localAddress)) {
      throw new UrlDbError('FORBIDDEN', { words: refusals.host });
    }
  };

  const isAllowed = (origin: string, host: string | undefined): boolean => {
    if (origins.includes(origin)) return true;
    const url = URL.parse(origin);
    return url !== null && (names.has(url.hostname) || url.host === host);
  };

  return {
    pass(request, response) {
      checkHost(request);
      const { origin, host } = request.headers;
      // Programs send none.
      if (origin === undefined) return;
      if (!isAllowed(origin, host)) throw new UrlDbError('FORBIDDEN', { words: refusals.origin });
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-expose-headers', 'mcp-session-id, retry-after');
      response.appendHeader('vary', 'origin');
    },
    answerPreflight(response, allowed) {
      response.setHeader('allow', allowed.join(', '));
      response.setHeader('access-control-allow-methods', allowed.join(', '));
      response.setHeader(
        'access-control-allow-headers',
        'authorization, content-type, accept-language, last-event-id, mcp-session-id, mcp-protocol-version, mcp-method, mcp-name',
      );
      response.setHeader('access-control-max-age', '600');
      answerNothing(response);
    },
  };
}

/** Without its port, in lower case. */
function nameOf(host: string | undefined): string | undefined {
  const [, name] = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::\d+)?$/i.exec(host ?? '') ?? [];
  return name && lower(name);
}

/** The address that the connection came in by: no name, so nobody can point one elsewhere. */
function addressOf(address: string | undefined): string | undefined {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/, '');
  return plain?.includes(':') ? `[${plain}]` : plain;
}

function lower(name: string): string {
  return name.toLowerCase();
}
