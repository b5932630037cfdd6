import type { TwilioAccount, TwilioSeed } from '../seed/seed.ts';

/** What the command prints as TWILIO_AUTH_TOKEN: signs for an account whose token nobody ever told. */
export const defaultAuthToken = 'any-token';
/** What the command prints as TWILIO_ACCOUNT_SID. */
export const defaultAccountSid = `AC${'0'.repeat(32)}`;
/** Twilio's own test number, which may always send. */
export const defaultSender = '+15005550006';

const mostTokens = 1000;

export type Tokens = ReturnType<typeof createTokens>;

/**
 * The auth tokens that sign webhooks: those of the seed, else the one an app last used for its account. They live
 * here only: no snapshot and no log ever holds one.
 */
export function createTokens(seed: TwilioSeed | undefined) {
  const seen = new Map<string, string>();
  const accountOf = (sid: string): TwilioAccount | undefined =>
    seed?.accounts?.find((account) => account.sid === sid);

  return {
    accounts: seed?.accounts,
    account: accountOf,
    tokenOf: (sid: string): string =>
      accountOf(sid)?.authToken ?? seen.get(sid) ?? defaultAuthToken,
    remember(sid: string, token: string): void {
      const [oldest] = seen.keys();
      if (oldest !== undefined && seen.size >= mostTokens) seen.delete(oldest);
      seen.set(sid, token);
    },
    /** Whose number it is; any account where the seed lists none. */
    ownerOf: (number: string): string =>
      (
        seed?.accounts?.find(({ phoneNumbers }) => phoneNumbers?.includes(number)) ??
        seed?.accounts?.[0]
      )?.sid ?? defaultAccountSid,
  };
}
