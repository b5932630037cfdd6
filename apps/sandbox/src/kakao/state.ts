import type { Clock } from '../clock.ts';
import type { CodesData } from './codes.ts';
import { createCodes } from './codes.ts';
import type { LinksData } from './links.ts';
import { createLinks } from './links.ts';
import type { People } from './people.ts';
import type { QuotasData } from './quotas.ts';
import { createQuotas } from './quotas.ts';
import type { RatesData } from './rates.ts';
import { createRates } from './rates.ts';
import type { SessionsData } from './sessions.ts';
import { createSessions } from './sessions.ts';

export type KakaoState = ReturnType<typeof createKakaoState>;

export interface KakaoStateData {
  readonly links: LinksData;
  readonly sessions: SessionsData;
  readonly codes: CodesData;
  readonly rates: RatesData;
  readonly quotas: QuotasData;
  readonly sends: number;
}

/** All that changes, and nothing that is secret: tokens and codes are kept by their digests. */
export function createKakaoState(people: People, keep: number, clock: Clock) {
  const links = createLinks(people);
  const sessions = createSessions(keep);
  const codes = createCodes(keep, clock);
  const rates = createRates(clock);
  const quotas = createQuotas(clock);
  let sends = 0;

  return {
    links,
    sessions,
    codes,
    rates,
    quotas,
    /** Kakao tells no id of a send, so the inbox has one of its own. */
    nextSendId(): string {
      sends += 1;
      return `kakao-${sends}`;
    },
    reset(): void {
      for (const part of [links, sessions, codes, rates, quotas]) part.reset();
      sends = 0;
    },
    save: (): KakaoStateData => ({
      links: links.save(),
      sessions: sessions.save(),
      codes: codes.save(),
      rates: rates.save(),
      quotas: quotas.save(),
      sends,
    }),
    load(data: KakaoStateData): void {
      links.load(data.links);
      sessions.load(data.sessions);
      codes.load(data.codes);
      rates.load(data.rates);
      quotas.load(data.quotas);
      sends = data.sends;
    },
  };
}
