import type { SandboxMessage } from '../../../src/contract.ts';
import type { Language } from '../state/language.ts';

/** When the provider took it; its first state. */
export const takenAt = (message: SandboxMessage): string =>
  message.timeline[0]?.at ?? '1970-01-01T00:00:00Z';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs far more than using it. */
function format(language: Language, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${name}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(language, options);
    formats.set(key, made);
  }
  return made;
}

export const dayKey = (at: string): string => new Date(at).toDateString();

export const clock = (language: Language, at: string | number): string =>
  format(language, 'clock', { hour: 'numeric', minute: '2-digit' }).format(new Date(at));

/** With milliseconds: the difference between two states is often that small. */
export const exactClock = (language: Language, at: string): string =>
  format(language, 'exact', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  }).format(new Date(at));

export const longDay = (language: Language, at: string): string =>
  format(language, 'day', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(new Date(at));

/** As a phone's list has it: the time today, then "yesterday", then the date. */
export function shortTime(language: Language, at: string, yesterday: string): string {
  const now = new Date();
  const then = new Date(at);
  if (then.toDateString() === now.toDateString()) return clock(language, at);
  now.setDate(now.getDate() - 1);
  if (then.toDateString() === now.toDateString()) return yesterday;
  return format(language, 'date', { month: 'short', day: 'numeric' }).format(then);
}

/** `+0.42` seconds after the step before. */
export const secondsBetween = (earlier: string, later: string): string =>
  ((Date.parse(later) - Date.parse(earlier)) / 1000).toFixed(2);
