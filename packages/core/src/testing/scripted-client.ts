import type {
  Capabilities,
  DeliveryStatus,
  MessageClient,
  MessageReport,
  OutboundMessage,
  Recipient,
  SendReceipt,
} from '../messages.ts';
import { aggregateStatus, countDeliveries } from '../report.ts';
import { measureText } from '../text/index.ts';

export interface ScriptedClient extends MessageClient {
  /** Every message that was handed to `send`, in order. */
  readonly sent: readonly OutboundMessage[];
}

export interface Script {
  /** What each send does, in turn; the last one stays. Default: everything is accepted. An error is thrown. */
  readonly sends?: readonly ('accepted' | Error)[];
  /** What `status` answers, in turn; the last one stays. Default: `delivered`. */
  readonly states?: readonly DeliveryStatus[];
  readonly provider?: string;
}

const capabilities: Capabilities = {
  recipients: ['phoneNumber', 'kakaoUuid', 'me'],
  maxRecipientsPerRequest: 1000,
  maxTextLength: 2000,
  maxMedia: 10,
  subject: true,
  schedule: true,
  deliveryReports: true,
};

/**
 * A client for the tests of an app: it follows a script and remembers what was sent.
 *
 * @example
 * const client = scriptedClient({ sends: ['accepted', new JeonboError('RATE_LIMITED', 'later')] });
 * await signUp(client, '010-1234-5678');
 * expect(client.sent[0]?.text).toMatch(/\d{6}/);
 */
export function scriptedClient({
  sends = [],
  states = [],
  provider = 'scripted',
}: Script = {}): ScriptedClient {
  const sent: OutboundMessage[] = [];
  const accepted = new Map<string, readonly Recipient[]>();
  let asked = 0;
  return {
    provider,
    capabilities,
    sent,
    async send(message): Promise<SendReceipt> {
      const step = sends[Math.min(sent.length, sends.length - 1)] ?? 'accepted';
      sent.push(message);
      if (step instanceof Error) throw step;
      const id = `${provider}-${sent.length}`;
      accepted.set(id, message.to);
      const nothing = { rejected: [], unknown: [], warnings: [], raw: null };
      return { provider, id, accepted: message.to, duplicate: false, ...nothing };
    },
    async status(id) {
      const status = states[Math.min(asked++, states.length - 1)] ?? 'delivered';
      const messages = (accepted.get(id) ?? []).map(
        (recipient): MessageReport => ({
          recipient: name(recipient),
          status,
          providerStatus: status,
        }),
      );
      const counts = countDeliveries(messages);
      return { id, status: aggregateStatus(counts), providerStatus: status, counts, messages };
    },
    check: ({ text }) => ({ ...measureText(text), ok: true, errors: [], warnings: [] }),
  };
}

function name(recipient: Recipient): string {
  if (recipient === 'me') return 'me';
  return 'phoneNumber' in recipient ? recipient.phoneNumber : recipient.kakaoUuid;
}
