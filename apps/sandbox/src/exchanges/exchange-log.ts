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
  const sizes = new Map<number, number>();
  let nextId = 1;
  /** Ids follow each other, so the oldest is known without a search. */
  let oldestId = 1;
  let characters = 0;

  function put(exchange: Exchange, size: number): void {
    characters += size - (sizes.get(exchange.id) ?? 0);
    exchanges.set(exchange.id, exchange);
    sizes.set(exchange.id, size);
    while (exchanges.size > keep || (characters > mostCharacters && exchanges.size > 1)) {
      characters -= sizes.get(oldestId) ?? 0;
      exchanges.delete(oldestId);
      sizes.delete(oldestId);
      oldestId += 1;
    }
  }
  function clear(): void {
    exchanges.clear();
    sizes.clear();
    characters = 0;
  }

  return {
    begin(at: string, request: Exchange['request'], fault: string | null): number {
      const id = nextId;
      nextId += 1;
      const body = shorten(request.body);
      put({ id, at, request: { ...request, body }, response: null, fault }, body.length);
      return id;
    },
    /** @param redact is called when somebody looks: most answers nobody looks at, and some are long */
    end(id: number, status: number, text: string, redact: (text: string) => string): void {
      const exchange = exchanges.get(id);
      if (exchange === undefined) return;
      const response =
        text.length > longestBody ? { status, body: shorten(redact(text)) } : later();
      put({ ...exchange, response }, (sizes.get(id) ?? 0) + Math.min(text.length, longestBody));

      function later(): NonNullable<Exchange['response']> {
        let shown: string | undefined;
        return {
          status,
          get body() {
            shown ??= redact(text);
            return shown;
          },
        };
      }
    },
    get: (id: number): Exchange | undefined => exchanges.get(id),
    all: (): Exchange[] => [...exchanges.values()],
    clear(): void {
      clear();
      oldestId = nextId;
    },
    save: (): ExchangeLogState => ({ nextId, exchanges: [...exchanges.values()] }),
    load(state: ExchangeLogState): void {
      clear();
      nextId = state.nextId;
      oldestId = state.exchanges[0]?.id ?? nextId;
      for (const exchange of state.exchanges) put(exchange, sizeOf(exchange));
    },
  };
}

function sizeOf({ request, response }: Exchange): number {
  return request.body.length + (response?.body.length ?? 0);
}

function shorten(body: string): string {
  if (body.length <= longestBody) return body;
  return `${body.slice(0, longestBody)}\n… (${body.length - longestBody} more characters)`;
}
