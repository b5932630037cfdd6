import type { Fault } from '../contract.ts';
import { SandboxInputError } from '../input-error.ts';

type Rule = readonly [expected: string, isRight: (value: unknown) => boolean];

const isText = (value: unknown): boolean => typeof value === 'string';
const isWhole = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const milliseconds: Rule = [
  'a whole number of milliseconds from 0 to 3600000',
  isWhole(0, 3_600_000),
];

// Every field of a fault: a field added to the contract does not compile without its rule.
const rules: { readonly [Field in keyof Required<Fault>]: Rule } = {
  path: [
    'a path that starts with /, such as /message',
    (value) => isText(value) && String(value).startsWith('/'),
  ],
  method: [
    'an HTTP method such as POST',
    (value) => isText(value) && /^[A-Za-z]+$/.test(String(value)),
  ],
  times: [
    'a whole number from 1 up, or null for every request',
    (value) => value === null || isWhole(1, 1e9)(value),
  ],
  status: ['a status from 200 to 599', isWhole(200, 599)],
  retryAfter: ['seconds ("30") or an HTTP date, as text', isRetryAfter],
  delayMs: milliseconds,
  cut: [
    'before-read, after-read or half-answer',
    (value) => ['before-read', 'after-read', 'half-answer'].includes(String(value)),
  ],
  body: ['a text', isText],
  processed: ['true or false', (value) => typeof value === 'boolean'],
  result: ['{"state": "delivered" | "failed", "reason"?: text}', isResult],
  deliveryMs: milliseconds,
};

/** Takes a fault as it comes from a test or over HTTP; throws a {@link SandboxInputError} that names the wrong field. */
export function parseFault(input: unknown): Fault {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new SandboxInputError('INVALID_FAULT', 'body', 'a JSON object such as {"status": 500}');
  }
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  for (const [field, value] of given) {
    const rule = Object.hasOwn(rules, field) ? rules[field as keyof Fault] : undefined;
    if (rule === undefined) {
      throw new SandboxInputError(
        'INVALID_FAULT',
        field,
        `one of ${Object.keys(rules).join(', ')}`,
      );
    }
    if (!rule[1](value)) throw new SandboxInputError('INVALID_FAULT', field, rule[0]);
  }
  const fault = Object.fromEntries(given) as Fault;
  const { path, method, times, ...effect } = fault;
  if (Object.keys(effect).length === 0) {
    throw new SandboxInputError(
      'INVALID_FAULT',
      'body',
      'something that goes wrong: status, cut, delayMs, body, result or deliveryMs',
    );
  }
  if (fault.processed === true && fault.status === undefined && fault.body === undefined) {
    throw new SandboxInputError(
      'INVALID_FAULT',
      'processed',
      'given with status or body: without them every request is processed',
    );
  }
  return fault;
}

function isRetryAfter(value: unknown): boolean {
  return isText(value) && (/^\d+$/.test(String(value)) || !Number.isNaN(Date.parse(String(value))));
}

function isResult(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { state, reason, ...rest } = value as Record<string, unknown>;
  return (
    (state === 'delivered' || state === 'failed') &&
    (reason === undefined || isText(reason)) &&
    Object.keys(rest).length === 0
  );
}
