import type { Clock } from '../clock.ts';
import { limits } from './limits.ts';
import { digestOf, newSecret } from './sessions.ts';

/** What an authorization code stands for until it is redeemed. */
export interface Grant {
  readonly clientId: string;
  readonly userId: number;
  readonly redirectUri: string;
  readonly nonce: string | null;
  readonly openid: boolean;
  /** S256 of the verifier. */
  readonly codeChallenge: string | null;
  /** Milliseconds since 1970. */
  readonly authorizedAt: number;
}

/** By digest: a snapshot holds no code. */
export type CodesData = readonly (readonly [digest: string, grant: Grant])[];

/** Codes that nobody has redeemed yet. */
export function createCodes(keep: number, clock: Clock) {
  const grants = new Map<string, Grant>();

  return {
    issue(grant: Grant): string {
      const [oldest] = grants.keys();
      if (oldest !== undefined && grants.size >= keep) grants.delete(oldest);
      const code = newSecret();
      grants.set(digestOf(code), grant);
      return code;
    },
    /** Once: whatever comes of it, the code is used up. */
    redeem(code: string): Grant | undefined {
      const digest = digestOf(code);
      const grant = grants.get(digest);
      grants.delete(digest);
      const isFresh = grant !== undefined && clock.now() < grant.authorizedAt + limits.codeMs;
      return isFresh ? grant : undefined;
    },
    reset: (): void => grants.clear(),
    save: (): CodesData => [...grants],
    load(data: CodesData): void {
      grants.clear();
      for (const [digest, grant] of data) grants.set(digest, grant);
    },
  };
}
