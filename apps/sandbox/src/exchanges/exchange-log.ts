import type { Exchange } from '../contract.ts';

/** A body of more characters is kept up to here: a log of ten thousand of them must fit in memory. */
const longestBody = 256 * 1024;
const mostCharacters = 32 * 1024 * 1024;

export interface ExchangeLogState {
  readonly nextId: number;
  readonly exchanges: readonly Exchange[];
}

export type ExchangeLog = ReturnType<typeof createExchangeLog>;

/** The newest `keep` exchanges, fewer where their bodies are large. */
export function createExchangeLog(keep: number) {
  const exchanges = new Map<number, Exchange>();
  let nextId = 1;
  /** Ids follow each other, so the oldest is known without a search. */
  let oldestId = 1;
  let characters = 0;

  function put(exchange: Exchange): void {
    exchanges.set(exchange.id, exchange);
    characters += size(exchange);
    while (exchanges.size > keep || (characters > mostCharacters && exchanges.size > 1)) {
      const oldest = exchanges.get(oldestId);
      exchanges.delete(oldestId);
      oldestId += 1;
      if (oldest !== undefined) characters -= size(oldest);
    }
  }

  return {
    begin(at: string, request: Exchange['request'], fault: string | null): number {
      const id = nextId;
      nextId += 1;
      const body = shorten(request.body);
      put({ id, at, request: { ...request, body }, response: null, fault });
      return id;
    },
    end(id: number, response: NonNullable<Exchange['response']>): void {
      const exchange = exchanges.get(id);
      if (exchange === undefined) return;
      const shown = { ...response, body: shorten(response.body) };
      characters += shown.body.length;
      exchanges.set(id, { ...exchange, response: shown });
    },
    get: (id: number): Exchange | undefined => exchanges.get(id),
    all: (): Exchange[] => [...exchanges.values()],
    clear(): void {
      exchanges.clear();
      oldestId = nextId;
      characters = 0;
    },
    save: (): ExchangeLogState => ({ nextId, exchanges: [...exchanges.values()] }),
    load(state: ExchangeLogState): void {
      exchanges.clear();
      characters = 0;
      nextId = state.nextId;
      oldestId = state.exchanges[0]?.id ?? nextId;
      for (const exchange of state.exchanges) put(exchange);
    },
  };
}

function size({ request, response }: Exchange): number {
  return request.body.length + (response?.body.length ?? 0);
}

function shorten(body: string): string {
  if (body.length <= longestBody) return body;
  return `${body.slice(0, longestBody)}\n… (${body.length - longestBody} more characters)`;
}
