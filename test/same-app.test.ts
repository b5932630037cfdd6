import { describe, expect, it } from 'vitest';
import {
  createBaasClient,
  createMessageClient as createBaasMessages,
} from '../packages/baas/src/index.ts';
import { JeonboError, type MessageClient, waitForDelivery } from '../packages/core/src/index.ts';
import {
  createKakaoClient,
  createMessageClient as createKakaoMessages,
} from '../packages/kakao/src/index.ts';
import {
  createTwilioClient,
  createMessageClient as createTwilioMessages,
} from '../packages/twilio/src/index.ts';
import { accountSid, messageAnswer, messageSid } from '../packages/twilio/test-support/index.ts';

// One small app, not a line of which knows a provider, run over each of them.

interface Customer {
  readonly name: string;
  /** Data, as the name is: how this customer is reached. */
  readonly address: { readonly phoneNumber: string } | { readonly kakaoUuid: string };
}

/** Tells customers that their order is on its way, each once, and says what became of it in one line each. */
async function announce(messages: MessageClient, customers: readonly Customer[], key: string) {
  const text = '#{name}님, 주문하신 상품이 출발했습니다.';
  const to = customers.map(({ name, address }) => ({ ...address, variables: { name } }));
  const log: string[] = [];
  const { ok, errors } = messages.check({ to, text });
  if (!ok) return errors.map(({ code, field }) => `${code} ${field}`);
  try {
    const message = { to, text, idempotencyKey: key };
    const receipt = await messages.send(message);
    log.push(`accepted ${receipt.accepted.length}, refused ${receipt.rejected.length}`);
    const { status, counts } = await waitForDelivery(messages, receipt);
    log.push(`${status}: ${counts.delivered} of ${counts.total}`);
    const again = await messages.send(message);
    log.push(again.duplicate && again.id === receipt.id ? 'not sent again' : 'sent again');
  } catch (error) {
    if (!JeonboError.is(error)) throw error;
    log.push(`${error.code}, ${error.mayHaveBeenSent ? 'look before you resend' : 'not sent'}`);
  }
  return log;
}

/** A provider behind fetch: takes what it is sent, and delivers it by the time it is asked. */
interface Provider {
  readonly messages: MessageClient;
  /** Requests that would have reached a person. */
  sends(): number;
}

type Fetch = typeof globalThis.fetch;

function baas(fault?: () => Response): Provider {
  const groups: string[][] = [];
  let sends = 0;
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'GET') {
      const group = groups[Number(/sms\/(\d+)\//.exec(request.url)?.[1]) - 1] ?? [];
      const rows = group.map((phone) => ({ phone, name: null, result: '성공', reason: null }));
      return Response.json({ success: true, data: rows });
    }
    sends++;
    if (fault) return fault();
    const { recipients } = (await request.json()) as { recipients: { phone_number: string }[] };
    groups.push(recipients.map(({ phone_number }) => phone_number));
    return Response.json({ success: true, message: '', data: { group_id: groups.length } });
  };
  const projectId = '123e4567-e89b-42d3-a456-426614174000';
  const client = createBaasClient({ apiKey: 'test-key', projectId, fetch });
  return { messages: createBaasMessages(client, { from: '02-1234-5678' }), sends: () => sends };
}

function twilio(fault?: () => Response): Provider {
  const numbers = new Map<string, string | null>();
  let sends = 0;
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'GET') {
      const sid = /(SM\w+)\.json/.exec(request.url)?.[1] ?? '';
      return Response.json(messageAnswer({ sid, to: numbers.get(sid), status: 'delivered' }));
    }
    sends++;
    if (fault) return fault();
    const to = new URLSearchParams(await request.text()).get('To');
    const sid = messageSid(numbers.size + 1);
    numbers.set(sid, to);
    return Response.json(messageAnswer({ sid, to }), { status: 201 });
  };
  const client = createTwilioClient({ accountSid, authToken: 'test-token', fetch });
  return { messages: createTwilioMessages(client, { from: '+14155550123' }), sends: () => sends };
}

function kakao(fault?: () => Response): Provider {
  let sends = 0;
  const fetch: Fetch = async (input, init) => {
    sends++;
    if (fault) return fault();
    const form = new URLSearchParams(await new Request(input, init).text());
    const uuids = JSON.parse(form.get('receiver_uuids') ?? '[]');
    return Response.json({ successful_receiver_uuids: uuids });
  };
  const client = createKakaoClient({ accessToken: 'test-token', fetch });
  return { messages: createKakaoMessages(client), sends: () => sends };
}

const phones = ['010-1234-5678', '+82 10-2345-6789', '01034567890'];
const byPhone = phones.map((phoneNumber) => ({ phoneNumber }));
const byUuid = ['friend-1', 'friend-2', 'friend-3'].map((kakaoUuid) => ({ kakaoUuid }));
const delivered = 'delivered: 3 of 3';
const wrongNumber = 'INVALID_PHONE_NUMBER to[3].phoneNumber';

describe.each([
  ['BaaS', baas, byPhone, delivered, wrongNumber],
  ['Twilio', twilio, byPhone, delivered, wrongNumber],
  // Kakao reports no delivery, and knows no numbers.
  ['Kakao', kakao, byUuid, 'unknown: 0 of 0', 'NOT_SUPPORTED to[3]'],
])('the same app over %s', (_, provider, addresses, outcome, wrongAddress) => {
  const names = ['홍길동', '김철수', '이영희'];
  const customers = addresses.map((address, index) => ({ name: `${names[index]}`, address }));

  it('sends, follows and does not repeat', async () => {
    const { messages, sends } = provider();
    expect(await announce(messages, customers, 'order-1')).toEqual([
      'accepted 3, refused 0',
      outcome,
      'not sent again',
    ]);
    // Each text differs, so each provider takes three requests.
    expect(sends()).toBe(3);
  });

  it('hears of a wrong number before anything leaves', async () => {
    const { messages, sends } = provider();
    const wrong = [...customers, { name: '가게', address: { phoneNumber: '02-123-4567' } }];
    const found = await announce(messages, wrong, 'order-2');
    expect(found).toEqual([wrongAddress]);
    expect(sends()).toBe(0);
  });

  it('is told where nobody knows what became of it, and repeats nothing', async () => {
    const { messages, sends } = provider(() => new Response('', { status: 503 }));
    const one = customers.slice(0, 1);
    const unknown = ['DELIVERY_UNKNOWN, look before you resend'];
    expect(await announce(messages, one, 'order-3')).toEqual(unknown);
    expect(await announce(messages, one, 'order-3')).toEqual(unknown);
    expect(sends()).toBe(1);
  });
});
