import type { DeliveryState } from '../contract.ts';
import { SandboxInputError } from '../input-error.ts';
import type { MessageQuery } from '../messages/query.ts';

const known = ['to', 'q', 'state', 'provider', 'after', 'wait', 'limit'];
const states: readonly string[] = ['pending', 'sent', 'delivered', 'failed'];
const providers: readonly string[] = ['baas', 'twilio', 'kakao'];
const longestWaitMs = 60_000;

export interface ListQuery {
  readonly query: MessageQuery;
  readonly waitMs: number;
}

export function parseMessageQuery(parameters: URLSearchParams): ListQuery {
  for (const name of parameters.keys()) {
    if (!known.includes(name)) throw wrong(name, `one of ${known.join(', ')}`);
  }
  const query: MessageQuery = {
    to: textOf(parameters, 'to'),
    q: textOf(parameters, 'q'),
    state: oneOf(parameters, 'state', states) as DeliveryState | undefined,
    provider: oneOf(parameters, 'provider', providers) as MessageQuery['provider'],
    after: numberOf(parameters, 'after', Number.MAX_SAFE_INTEGER),
    limit: numberOf(parameters, 'limit', 10_000, 1) ?? 200,
  };
  return { query, waitMs: numberOf(parameters, 'wait', longestWaitMs) ?? 0 };
}

/** An empty value is none: the inbox sends its fields as they stand. */
function textOf(parameters: URLSearchParams, name: string): string | undefined {
  return parameters.get(name) || undefined;
}

function oneOf(
  parameters: URLSearchParams,
  name: string,
  values: readonly string[],
): string | undefined {
  const value = textOf(parameters, name);
  if (value !== undefined && !values.includes(value))
    throw wrong(name, `one of ${values.join(', ')}`);
  return value;
}

function numberOf(
  parameters: URLSearchParams,
  name: string,
  most: number,
  least = 0,
): number | undefined {
  const value = textOf(parameters, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw wrong(name, `a whole number from ${least} to ${most}`);
  }
  return number;
}

function wrong(field: string, expected: string): SandboxInputError {
  return new SandboxInputError('INVALID_QUERY', field, expected);
}
