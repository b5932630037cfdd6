import { invalidParameter } from './answers.ts';
import { pageOf } from './page.ts';
import type { MessageRecord } from './record.ts';
import { messageResource } from './resource.ts';
import type { TwilioState } from './state.ts';

const dayMs = 24 * 60 * 60_000;

/** `GET …/Messages.json`, newest first, with Twilio's filters. */
export function listMessages(accountSid: string, url: URL, state: TwilioState): Response {
  const matches = filterOf(url.searchParams);
  return pageOf(state.ofAccount(accountSid, matches), url, 'messages', messageResource);
}

function filterOf(query: URLSearchParams): (record: MessageRecord) => boolean {
  const to = numberIn(query, 'To');
  const from = numberIn(query, 'From');
  const on = timeIn(query, 'DateSent');
  // `DateSent<=2026-01-01` is the name `DateSent<` with a value; the bound belongs to it.
  const before = timeIn(query, 'DateSent<');
  const after = timeIn(query, 'DateSent>');
  const asksDate = [on, before, after].some((time) => time !== undefined);
  return ({ to: recipient, from: sender, sentAt }) =>
    (to === undefined || recipient === to) &&
    (from === undefined || sender === from) &&
    (!asksDate || (sentAt !== null && isWithin(sentAt, on, before, after)));
}

function isWithin(time: number, on?: number, before?: number, after?: number): boolean {
  return (
    (on === undefined || Math.floor(time / dayMs) === Math.floor(on / dayMs)) &&
    (before === undefined || time <= before) &&
    (after === undefined || time >= after)
  );
}

function numberIn(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name);
  // A plus that nobody encoded arrives as a space.
  return value === null || value === ''
    ? undefined
    : value.replace(/^ (?=\d)/, '+').replace(/(?<=\d)[\s().-]/g, '');
}

/** A date is its midnight in GMT. */
function timeIn(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  const isDate = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d))?$/.test(value);
  const time = isDate ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw invalidParameter(name, 'a date such as 2026-01-31');
  return time;
}
