import type { MessageClient } from '@jeonbo/core';
import { JeonboError } from '@jeonbo/core';
import { parsePhoneNumber } from '@jeonbo/core/phone';
import type { Answer, JsonObject } from '../shared/answer.ts';
import { logError } from '../shared/log.ts';
import { isSigned, sign } from '../shared/signature.ts';
import type { CodeStore } from './code-store.ts';
import { texts } from './texts.ts';

const lifetimeMs = 5 * 60 * 1000;
const coolDownMs = 60 * 1000;
// 10 codes of 5 attempts a day leave a guesser a chance of 1 in 20,000 per number and day.
const perDay = 10;
const maxAttempts = 5;

export interface VerificationOptions {
  readonly client: MessageClient;
  readonly codes: CodeStore;
  /** From the environment. A stolen database is worthless without it: plain hashes of six digits are not. */
  readonly secret: string;
  readonly now?: () => number;
}

/** Sends a code by SMS and checks what the person typed. */
export function createVerification({ client, codes, secret, now = Date.now }: VerificationOptions) {
  return {
    /** `{phoneNumber, language?}` */
    async send(input: JsonObject): Promise<Answer> {
      const words = textsFor(input);
      const phone = mobileNumber(input);
      if (!phone) return answer(400, words.badNumber);
      const code = newCode();
      const signature = await sign(secret, `${phone}:${code}`);
      // Noted before it is sent: an SMS may arrive sooner than the provider's answer.
      const fresh = { signature, now: now(), lifetimeMs, coolDownMs, perDay };
      if (!(await codes.put(phone, fresh))) return answer(429, words.tooSoon);
      try {
        const to = [{ phoneNumber: phone }];
        await client.send({ to, text: words.message(code), purpose: 'otp' });
      } catch (error) {
        logError(error);
        const certain = JeonboError.is(error) && !error.mayHaveBeenSent;
        if (certain) {
          await codes.withdraw(phone, signature);
          return answer(503, words.notSent);
        }
        // It may have left: the code stays good, nothing is sent again, and the person hears the same as always.
      }
      // Accepted is not delivered, so the text says what to do if nothing arrives.
      return answer(202, words.sent, { retryAfterSeconds: coolDownMs / 1000 });
    },

    /** `{phoneNumber, code, language?}` */
    async check(input: JsonObject): Promise<Answer> {
      const words = textsFor(input);
      const phone = mobileNumber(input);
      if (!phone) return answer(400, words.badNumber);
      const signature = await codes.attempt(phone, now(), maxAttempts);
      const matches =
        signature !== null &&
        (await isSigned(secret, `${phone}:${String(input.code ?? '').trim()}`, signature)) &&
        (await codes.take(phone, signature));
      // One answer for wrong, expired, used and never sent: it tells a guesser nothing.
      return matches ? answer(200, words.verified, { verified: true }) : answer(422, words.wrong);
    },
  };
}

export type Verification = ReturnType<typeof createVerification>;

function answer(status: number, message: string, more: JsonObject = {}): Answer {
  return { status, body: { message, ...more } };
}

function textsFor({ language }: JsonObject) {
  return texts[language === 'en' ? 'en' : 'ko'];
}

/** One spelling for one phone, so that no limit is dodged by writing the number another way. */
function mobileNumber({ phoneNumber }: JsonObject): string | undefined {
  const parsed = parsePhoneNumber(String(phoneNumber ?? ''));
  return parsed?.kind === 'mobile' ? parsed.dashed : undefined;
}

/** Six digits, each number equally likely. Never Math.random(): its next values can be computed from earlier ones. */
function newCode(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  // The numbers above the last whole million would make small codes a little likelier.
  return number < 4_294_000_000 ? String(number % 1_000_000).padStart(6, '0') : newCode();
}
