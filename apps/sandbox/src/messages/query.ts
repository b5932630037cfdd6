import type { DeliveryState, SandboxMessage } from '../contract.ts';

export interface MessageQuery {
  /** The receiving number in any form: `010-1234-5678`, `01012345678`, `+82 10 1234 5678`. */
  readonly to?: string | undefined;
  /** Found in text, subject, number or name; upper and lower case are the same. */
  readonly q?: string | undefined;
  /** What the text holds or matches. */
  readonly text?: string | RegExp | undefined;
  readonly state?: DeliveryState | undefined;
  readonly provider?: SandboxMessage['provider'] | undefined;
  /** Only messages with a greater id. */
  readonly after?: number | undefined;
  /** With `after` the first so many, else the last. */
  readonly limit?: number | undefined;
}

/** One spelling for every form of a number, to compare by: Korean numbers as 010…, others as +…. */
function comparableNumber(number: string): string {
  const compact = number.normalize('NFKC').replace(/[^\d+]/g, '');
  return compact.replace(/^(?:\+82|0082)0?(?=\d)/, '0');
}

export function messageMatcher(query: MessageQuery): (message: SandboxMessage) => boolean {
  const to = query.to === undefined ? undefined : comparableNumber(query.to);
  const needle = query.q?.toLowerCase();
  return (message) =>
    (query.after === undefined || message.id > query.after) &&
    (query.state === undefined || message.state === query.state) &&
    (query.provider === undefined || message.provider === query.provider) &&
    (to === undefined || message.to === query.to || comparableNumber(message.to) === to) &&
    (query.text === undefined || holds(message.text, query.text)) &&
    (needle === undefined || mentions(message, needle));
}

export function selectMessages(
  all: Iterable<{ readonly message: SandboxMessage }>,
  query: MessageQuery,
): SandboxMessage[] {
  const matches = messageMatcher(query);
  const found: SandboxMessage[] = [];
  for (const { message } of all) if (matches(message)) found.push(message);
  const { limit } = query;
  if (limit === undefined || found.length <= limit) return found;
  return query.after === undefined ? found.slice(found.length - limit) : found.slice(0, limit);
}

function holds(text: string, wanted: string | RegExp): boolean {
  // `search` starts at the beginning whatever the flags of the expression.
  return typeof wanted === 'string' ? text.includes(wanted) : text.search(wanted) >= 0;
}

function mentions(message: SandboxMessage, needle: string): boolean {
  const { text, subject, to, name } = message;
  const digits = needle.replace(/\D/g, '');
  return (
    [text, subject, to, name].some((value) => value?.toLowerCase().includes(needle)) ||
    // 0101234 finds 010-1234-5678: a number is searched for with or without its dashes.
    (digits.length > 2 && /^[\d\s+.-]+$/.test(needle) && comparableNumber(to).includes(digits))
  );
}
