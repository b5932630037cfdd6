import type { Language } from '../state/language.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const made = new Map<string, Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

/** Building a formatter costs far more than using it. */
function kept<Format extends Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => Format,
): Format {
  const known = made.get(key) as Format | undefined;
  if (known) return known;
  const format = make();
  made.set(key, format);
  return format;
}

const relative = (language: Language): Intl.RelativeTimeFormat =>
  kept(
    `${language} relative`,
    () => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
  );

function date(language: Language, name: string, options: Intl.DateTimeFormatOptions, at: Date) {
  return kept(`${language} ${name}`, () => new Intl.DateTimeFormat(language, options)).format(at);
}

/** What the browser has for it, "now" and "지금", says when something is, not when it was. */
const justNow: Readonly<Record<Language, string>> = { ko: '방금', en: 'just now' };

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** "3 minutes ago", "yesterday", then the date: within a week by the days of the calendar, not by 24 hours. */
export function ago(language: Language, at: string, now: number): string {
  const then = Date.parse(at);
  const passed = Math.max(0, now - then);
  if (passed < MINUTE) return justNow[language];
  const format = relative(language);
  if (passed < HOUR) return format.format(-Math.floor(passed / MINUTE), 'minute');
  const days = Math.round((startOfDay(now) - startOfDay(then)) / DAY);
  if (days === 0) return format.format(-Math.floor(passed / HOUR), 'hour');
  if (days < 7) return format.format(-days, 'day');
  const day = new Date(then);
  return day.getFullYear() === new Date(now).getFullYear()
    ? date(language, 'day', { month: 'short', day: 'numeric' }, day)
    : date(language, 'year', { year: 'numeric', month: 'short', day: 'numeric' }, day);
}

export const exactTime = (language: Language, at: string): string =>
  date(language, 'exact', { dateStyle: 'long', timeStyle: 'short' }, new Date(at));
