import {
  type CheckResult,
  type Language,
  maskPhoneNumber,
  type OutboundMessage,
  type Recipient,
  render,
} from '@jeonbo/core';

/** What a person has to know to agree. */
export interface Summary {
  readonly recipients: number;
  /** The first ten, numbers masked. */
  readonly sample: readonly string[];
  readonly kind: string;
  readonly bytes: number;
  /** Messages that are charged, as far as it can be told beforehand. */
  readonly estimated_parts: number;
}

export function summarize(
  message: OutboundMessage,
  check: CheckResult,
  nameFor = maskRecipient,
): Summary {
  const count = message.to.length;
  return {
    recipients: count,
    sample: message.to.slice(0, 10).map((recipient) => nameFor(recipient)),
    kind: isKakao(message) ? 'KakaoTalk' : (check.kind ?? check.encoding),
    bytes: check.bytes,
    // A Korean carrier sends one message of the kind, and KakaoTalk one; elsewhere each part is one.
    estimated_parts: isKakao(message) || check.kind !== null ? count : count * check.segments,
  };
}

function isKakao({ to }: OutboundMessage): boolean {
  return to.some((recipient) => recipient === 'me' || 'kakaoUuid' in recipient);
}

/** The question as a person reads it: with the text, since that is what they agree to. */
export function questionText(
  message: OutboundMessage,
  summary: Summary,
  language: Language,
): string {
  const { recipients, kind, bytes, estimated_parts, sample } = summary;
  const text = exampleText(message);
  const people = sample.join(', ') + (recipients > sample.length ? ' …' : '');
  const lines = {
    en: [
      `Send to ${recipients} people (${kind}, ${bytes} bytes, about ${estimated_parts} messages)?`,
      `To: ${people}`,
      ...(message.from ? [`From: ${message.from}`] : []),
      ...(message.subject ? [`Subject: ${message.subject}`] : []),
      `Text: ${text}`,
    ],
    ko: [
      `${recipients}명에게 보낼까요? (${kind}, ${bytes}바이트, 약 ${estimated_parts}건)`,
      `받는 사람: ${people}`,
      ...(message.from ? [`발신번호: ${message.from}`] : []),
      ...(message.subject ? [`제목: ${message.subject}`] : []),
      `내용: ${text}`,
    ],
  };
  return lines[language].join('\n');
}

/** The text as the first of them will read it. */
function exampleText({ to: [first], text }: OutboundMessage): string {
  return first === undefined || first === 'me' ? text : render(text, first.variables);
}

export function maskRecipient(recipient: Recipient): string {
  if (recipient === 'me') return 'me';
  return 'phoneNumber' in recipient ? maskPhoneNumber(recipient.phoneNumber) : recipient.kakaoUuid;
}
