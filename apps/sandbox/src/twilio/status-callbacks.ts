import type { WebhookCall } from '../contract.ts';
import type { ProviderHost } from '../gateway/provider.ts';
import { postWebhook, reasonOf } from './post-webhook.ts';
import type { MessageRecord } from './record.ts';
import { apiVersion } from './resource.ts';
import type { TwilioState } from './state.ts';
import type { Tokens } from './tokens.ts';

/** Tells an app what became of its messages. Those of one message arrive in order, as people read them. */
export function createStatusCallbacks(state: TwilioState, tokens: Tokens, host: ProviderHost) {
  const queues = new Map<string, Promise<void>>();

  function note(sid: string, index: number, change: Partial<WebhookCall>): void {
    const webhooks = state
      .get(sid)
      ?.webhooks.map((call, at) => (at === index ? { ...call, ...change } : call));
    if (webhooks !== undefined) state.update(sid, { webhooks });
  }

  async function deliver(record: MessageRecord, url: string, index: number): Promise<void> {
    if (host.closing.aborted) return;
    try {
      const token = tokens.tokenOf(record.accountSid);
      const response = await postWebhook(url, formOf(record), token, host.closing);
      await response.body?.cancel();
      note(record.sid, index, { status: response.status });
    } catch (error) {
      note(record.sid, index, { error: reasonOf(error) });
    }
  }

  /** For every status but the first one, which the answer of the request tells. */
  return function tell(record: MessageRecord): void {
    const { sid, statusCallback: url, status } = record;
    if (url === null) return;
    const call: WebhookCall = {
      at: new Date(record.updatedAt).toISOString(),
      url: withoutCredentials(url),
      event: status,
      status: null,
      error: null,
    };
    state.update(sid, { webhooks: [...record.webhooks, call] });
    const before = queues.get(sid) ?? Promise.resolve();
    const sent = before.then(() => deliver(record, url, record.webhooks.length));
    queues.set(sid, sent);
    void sent.then(() => {
      if (queues.get(sid) === sent) queues.delete(sid);
    });
  };
}

function formOf(record: MessageRecord): Record<string, string> {
  const { sid, status, errorCode } = record;
  return {
    AccountSid: record.accountSid,
    ApiVersion: apiVersion,
    From: record.from,
    MessageSid: sid,
    MessageStatus: status,
    SmsSid: sid,
    SmsStatus: status,
    To: record.to,
    ...(errorCode !== null && { ErrorCode: String(errorCode) }),
    ...(record.messagingServiceSid !== null && { MessagingServiceSid: record.messagingServiceSid }),
  };
}

function withoutCredentials(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//');
}
