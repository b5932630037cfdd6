import type { Ending } from '../messages/draft.ts';
import { delivered } from '../messages/draft.ts';

// https://www.twilio.com/docs/api/errors: what becomes of a message after it was accepted.
const words: Readonly<Record<number, string>> = {
  30001: 'Queue overflow',
  30002: 'Account suspended',
  30003: 'Unreachable destination handset',
  30004: 'Message blocked',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
  30008: 'Unknown error',
};

const undelivered = (code: number): Ending => ({
  state: 'failed',
  reason: reasonOf('undelivered', code),
});

/**
 * The sandbox's own numbers, beside Twilio's: the last four digits name the error code. +1 500 555 is in nobody's hands.
 */
export const endingNumbers: Readonly<Record<string, Ending>> = {
  '+15005553000': { state: 'pending', reason: null },
  '+15005553001': { state: 'failed', reason: reasonOf('failed', 30001), unsent: true },
  '+15005553003': undelivered(30003),
  '+15005553004': undelivered(30004),
  '+15005553005': undelivered(30005),
  '+15005553006': undelivered(30006),
  '+15005553007': undelivered(30007),
  '+15005553008': undelivered(30008),
  '+15005553009': { state: 'sent', reason: null },
};

export function endingOf(to: string): Ending {
  return endingNumbers[to] ?? delivered;
}

/** How the inbox tells it: `undelivered 30003: Unreachable destination handset`. */
function reasonOf(status: 'failed' | 'undelivered', code: number): string {
  return `${status} ${code}: ${words[code] ?? 'Unknown error'}`;
}

/** The reason read back. One that a fault gave in its own words is 30008, unless they name a code. */
export function outcomeOf(reason: string | null): {
  status: 'failed' | 'undelivered';
  errorCode: number;
} {
  const status = reason?.startsWith('failed') ? 'failed' : 'undelivered';
  return { status, errorCode: Number(/\b[36]\d{4}\b/.exec(reason ?? '')?.[0] ?? 30008) };
}

export function errorMessageOf(code: number | null): string | null {
  return code === null ? null : (words[code] ?? 'Unknown error');
}
