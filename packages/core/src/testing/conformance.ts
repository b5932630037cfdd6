import type { ErrorCode } from '../codes.ts';
import { JeonboError } from '../error.ts';
import type { MessageClient, OutboundMessage } from '../messages.ts';

/** What the suite needs to know of a provider package. */
export interface ConformanceSubject {
  /** A client with valid settings, whose requests go through this fetch. */
  createClient(fetch: typeof globalThis.fetch): MessageClient;
  /** A valid message to one recipient, without an idempotency key. */
  readonly message: OutboundMessage;
  /** What the provider answers where it accepts that message. */
  accepted(): Response;
  /** What it answers where the key is wrong. */
  unauthorized(): Response;
  /**
   * What it answers to a status request while under way, and once delivered. Left out where the provider reports no
   * delivery (`capabilities.deliveryReports` is false): then `status()` answers `unknown` and asks nobody.
   */
  underWay?(): Response;
  delivered?(): Response;
}

export interface ConformanceCase {
  readonly name: string;
  run(): Promise<void>;
}

/**
 * What every provider package has to do, ours or a stranger's. Free of any test runner.
 *
 * @example for (const { name, run } of providerConformance(subject)) test(name, run);
 */
export function providerConformance(subject: ConformanceSubject): readonly ConformanceCase[] {
  const { message } = subject;

  const failsWith =
    (answer: () => Response | Promise<Response>, expected: Expected): (() => Promise<void>) =>
    async () => {
      const { fetch, count } = countingFetch(answer);
      const error = await errorOf(subject.createClient(fetch).send(message));
      equal(error.code, expected.code, 'code');
      equal(error.mayHaveBeenSent, expected.mayHaveBeenSent, 'mayHaveBeenSent');
      equal(count(), expected.requests ?? 1, 'requests');
      tellsNothing(error, message);
    };
  const refuses = (change: Partial<OutboundMessage>, code: ErrorCode) => async () => {
    const { fetch, count } = countingFetch(subject.accepted);
    const error = await errorOf(subject.createClient(fetch).send({ ...message, ...change }));
    equal(error.code, code, 'code');
    equal(error.mayHaveBeenSent, false, 'mayHaveBeenSent');
    equal(count(), 0, 'requests');
  };
  const unknown = { code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true } as const;

  return [
    {
      name: 'an accepted send is a receipt that names its recipients',
      async run() {
        const { fetch, count } = countingFetch(subject.accepted);
        const receipt = await subject.createClient(fetch).send(message);
        equal(count(), 1, 'requests');
        equal(receipt.accepted.length, 1, 'accepted');
        equal(receipt.rejected.length + receipt.unknown.length, 0, 'rejected and unknown');
        equal(receipt.duplicate, false, 'duplicate');
        // Who reports no delivery may have no id to ask by, and none is invented.
        const hasReports = subject.createClient(fetch).capabilities.deliveryReports;
        equal(receipt.id.length > 0 || !hasReports, true, 'an id');
      },
    },
    {
      name: 'status moves from under way to delivered, or says that nothing is known',
      async run() {
        const { accepted, underWay = accepted, delivered = accepted } = subject;
        const answers = [accepted, underWay, delivered];
        const { fetch, count } = countingFetch((index) => (answers[index] ?? delivered)());
        const client = subject.createClient(fetch);
        const { id } = await client.send(message);
        if (!client.capabilities.deliveryReports) {
          // No error: an app that follows its messages would take it for a failed send.
          const { status, counts } = await client.status(id);
          equal(status, 'unknown', 'status');
          equal(counts.delivered + counts.failed, 0, 'delivered or failed');
          equal(count(), 1, 'requests');
          return;
        }
        equal((await client.status(id)).counts.delivered, 0, 'delivered at first');
        const report = await client.status(id);
        equal(report.status, 'delivered', 'status');
        equal(report.counts.delivered, 1, 'delivered');
      },
    },
    {
      name: 'the same key and message leave once; the second receipt says duplicate',
      async run() {
        const { fetch, count } = countingFetch(subject.accepted);
        const client = subject.createClient(fetch);
        const keyed = { ...message, idempotencyKey: 'order-1' };
        const first = await client.send(keyed);
        const second = await client.send(keyed);
        equal(count(), 1, 'requests');
        equal(second.duplicate, true, 'duplicate');
        equal(second.id, first.id, 'id');
      },
    },
    {
      name: 'the same key with another text is refused',
      async run() {
        const { fetch, count } = countingFetch(subject.accepted);
        const client = subject.createClient(fetch);
        await client.send({ ...message, idempotencyKey: 'order-1' });
        const other = { ...message, text: `${message.text}!`, idempotencyKey: 'order-1' };
        equal((await errorOf(client.send(other))).code, 'DUPLICATE_SEND', 'code');
        equal(count(), 1, 'requests');
      },
    },
    {
      name: 'a keyed send of unknown outcome is not sent again',
      async run() {
        const { fetch, count } = countingFetch(() => reset());
        const client = subject.createClient(fetch);
        const keyed = { ...message, idempotencyKey: 'order-1' };
        await errorOf(client.send(keyed));
        equal((await errorOf(client.send(keyed))).code, 'DELIVERY_UNKNOWN', 'code');
        equal(count(), 1, 'requests');
      },
    },
    {
      name: '503: unknown, one request',
      run: failsWith(() => new Response('', { status: 503 }), unknown),
    },
    {
      name: '408: unknown, one request',
      run: failsWith(() => new Response('', { status: 408 }), unknown),
    },
    { name: 'a redirect is not followed', run: failsWith(redirect, unknown) },
    {
      name: 'a reset after the request left: unknown, one request',
      run: failsWith(() => reset(), unknown),
    },
    {
      name: 'refused before it left: nothing was sent',
      run: failsWith(() => Promise.reject(networkError('ECONNREFUSED')), {
        code: 'NETWORK_ERROR',
        mayHaveBeenSent: false,
      }),
    },
    {
      name: 'a wrong key: nothing was sent',
      run: failsWith(subject.unauthorized, {
        code: 'AUTHENTICATION_FAILED',
        mayHaveBeenSent: false,
      }),
    },
    {
      name: 'a success that cannot be read may have been sent',
      run: failsWith(() => new Response('{"', { status: 200 }), {
        code: 'INVALID_RESPONSE',
        mayHaveBeenSent: true,
      }),
    },
    {
      name: 'canceled before it left: no request',
      async run() {
        const { fetch, count } = countingFetch(subject.accepted);
        const sending = subject.createClient(fetch).send(message, { signal: AbortSignal.abort() });
        const error = await errorOf(sending);
        equal(error.code, 'CANCELED', 'code');
        equal(error.mayHaveBeenSent, false, 'mayHaveBeenSent');
        equal(count(), 0, 'requests');
      },
    },
    {
      name: 'a blank text is refused without a request',
      run: refuses({ text: ' \n' }, 'EMPTY_MESSAGE'),
    },
    {
      name: 'no recipient is refused without a request',
      run: refuses({ to: [] }, 'INVALID_RECIPIENTS_COUNT'),
    },
    {
      name: 'a missing variable is refused without a request',
      run: refuses({ text: `${message.text} #{name}` }, 'VALIDATION_ERROR'),
    },
    {
      name: 'check() finds what send() would refuse, without a request',
      async run() {
        const { fetch, count } = countingFetch(subject.accepted);
        const client = subject.createClient(fetch);
        equal(client.check(message).ok, true, 'ok');
        const found = client.check({ ...message, text: '' });
        equal(found.ok, false, 'ok of a blank text');
        equal(found.errors[0]?.code, 'EMPTY_MESSAGE', 'code');
        equal(count(), 0, 'requests');
      },
    },
  ];
}

interface Expected {
  readonly code: ErrorCode;
  readonly mayHaveBeenSent: boolean;
  readonly requests?: number;
}

function countingFetch(answer: (index: number) => Response | Promise<Response>) {
  let requests = 0;
  return {
    count: () => requests,
    fetch: async () => answer(requests++),
  };
}

function redirect(): Response {
  return new Response(null, { status: 307, headers: { location: 'https://elsewhere.example/' } });
}

function reset(): Promise<Response> {
  return Promise.reject(networkError('ECONNRESET'));
}

/** As Node's fetch throws it. */
function networkError(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

async function errorOf(promise: Promise<unknown>): Promise<JeonboError> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (JeonboError.is(error)) return error;
  throw new Error(
    `expected a JeonboError, got ${error === undefined ? 'no error' : String(error)}`,
  );
}

function tellsNothing(error: JeonboError, { text, to }: OutboundMessage): void {
  const said = error.message + JSON.stringify(error);
  const secrets = [
    text,
    ...to.flatMap((recipient) => (recipient === 'me' ? [] : numberOf(recipient))),
  ];
  for (const secret of secrets)
    equal(said.includes(secret), false, 'a text or number in the error');
}

function numberOf(recipient: Exclude<OutboundMessage['to'][number], 'me'>): string[] {
  return 'phoneNumber' in recipient ? [recipient.phoneNumber] : [];
}

function equal(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, got ${actual}`);
}
