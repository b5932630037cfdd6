import type { Issue, MessageClient, OutboundMessage } from '@jeonbo/core';
import { errorTexts, httpStatus, JeonboError, warningTexts } from '@jeonbo/core';
import type { Answer, JsonObject } from '../shared/answer.ts';
import type { Database } from '../shared/database.ts';
import { logError } from '../shared/log.ts';
import { sendOnce } from '../shared/send-once.ts';
import { isSameSecret } from '../shared/signature.ts';
import { parseRecipients } from './recipients.ts';

export interface CampaignsOptions {
  readonly client: MessageClient;
  readonly database: Database;
  /** Who may send. Put your own login in its place where you have one. */
  readonly operatorToken: string;
}

const unauthorized: Answer = { status: 401, body: { message: '운영자 암호를 확인해 주세요.' } };

/** The server's side of the page. The key stays here: the browser only ever sees these three answers. */
export function createCampaigns({ client, database, operatorToken }: CampaignsOptions) {
  const isOperator = (authorization: string) =>
    isSameSecret(`Bearer ${operatorToken}`, authorization);

  return {
    /** What would go out, before anything does: to how many, as what, with which faults. */
    async check(authorization: string, input: JsonObject): Promise<Answer> {
      if (!(await isOperator(authorization))) return unauthorized;
      const message = messageFrom(input);
      const { ok, kind, bytes, errors, warnings } = client.check(message);
      // Many recipients may have the same fault: each is told once.
      const issues = [...new Set([...errors, ...warnings].map(wordsOf))];
      return { status: 200, body: { ok, kind, bytes, issues, recipients: message.to.length } };
    },

    async send(authorization: string, input: JsonObject): Promise<Answer> {
      if (!(await isOperator(authorization))) return unauthorized;
      const message = messageFrom(input);
      // The number the operator saw and agreed to. A list that changed meanwhile is not what was confirmed.
      if (input.confirmedRecipients !== message.to.length)
        return { status: 409, body: { message: '받는 사람이 바뀌었습니다. 다시 확인해 주세요.' } };
      const result = await sendOnce(client, database, message);
      if (result.state === 'not-sent') {
        const { code } = result.error;
        logError(result.error);
        return {
          status: httpStatus[code],
          body: { state: 'not-sent', message: errorTexts.ko[code] },
        };
      }
      // `accepted` says how many the provider took. How many arrived, `status` says later.
      return { status: 202, body: { ...result } };
    },

    async status(authorization: string, id: string): Promise<Answer> {
      if (!(await isOperator(authorization))) return unauthorized;
      try {
        const { status, counts } = await client.status(id);
        return { status: 200, body: { status, ...counts } };
      } catch (error) {
        logError(error);
        const known = JeonboError.is(error) && error.code === 'NOT_FOUND';
        return { status: known ? 404 : 503, body: {} };
      }
    },
  };
}

export type Campaigns = ReturnType<typeof createCampaigns>;

const words = { ...errorTexts.ko, ...warningTexts.ko };

function wordsOf({ code, message }: Issue): string {
  return `${words[code]} (${message})`;
}

function messageFrom(input: JsonObject): OutboundMessage & { readonly idempotencyKey: string } {
  return {
    to: parseRecipients(String(input.recipients ?? '')),
    text: String(input.text ?? ''),
    // Said by the operator, never guessed. An ad is held to the rules for ads: (광고), opt-out, night hours.
    purpose: input.advertising === false ? 'transactional' : 'ad',
    nightConsent: input.nightConsent === true,
    // Made by the page when the form is opened: a double click or a lost answer sends nothing twice.
    idempotencyKey: `campaign:${String(input.campaignId ?? '')}`,
  };
}
