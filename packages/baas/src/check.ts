import {
  type CheckResult,
  distinctIssues,
  type Issue,
  JeonboError,
  type OutboundMessage,
  render,
} from '@jeonbo/core';
import { checkRecipientNumber, checkSenderNumber } from '@jeonbo/core/phone';
import {
  checkAd,
  checkImageUrl,
  checkKoreanText,
  checkSubject,
  checkText,
  measureText,
  splitIssues,
} from '@jeonbo/core/text';
import type { BaasCheckInput } from './types.ts';

/** The vendor's limits. */
const limits = {
  recipients: 1000,
  characters: 2000,
  images: 5,
  /** The vendor's own manual; carriers say 90. */
  smsBytes: 80,
} as const;

/** What is checked, and under which names it is told. */
interface Parts {
  /** Every text that would leave: one, or one for each set of variables. */
  readonly texts: readonly string[];
  readonly subject: string | undefined;
  readonly images: readonly (string | URL)[];
  readonly from: string | undefined;
  readonly recipients: readonly string[] | undefined;
  readonly purpose: OutboundMessage['purpose'];
  readonly nightConsent: boolean | undefined;
  readonly names: {
    readonly text: string;
    readonly images: string;
    readonly from: string;
    readonly to: string;
  };
}

/** Checks what is sent in the vendor's vocabulary. */
export function checkMessage(input: BaasCheckInput): CheckResult {
  return check(
    {
      texts: [input.message],
      subject: input.subject,
      images: input.imageUrls ?? [],
      from: input.callbackNumber,
      recipients: input.recipients?.map(({ phoneNumber }) => phoneNumber),
      purpose: input.purpose,
      nightConsent: input.nightConsent,
      names: { text: 'message', images: 'imageUrls', from: 'callbackNumber', to: 'recipients' },
    },
    [],
  );
}

/** Checks a message in the vocabulary that all providers share. */
export function checkOutbound(message: OutboundMessage): CheckResult {
  const issues: Issue[] = [];
  const texts = new Set<string>();
  const recipients = message.to.map((recipient, index) => {
    const { phoneNumber, variables } = toPhone(recipient);
    if (phoneNumber === undefined)
      issues.push({
        code: 'NOT_SUPPORTED',
        field: `to[${index}]`,
        message: 'BaaS sends to phone numbers only; give phoneNumber.',
      });
    try {
      texts.add(render(message.text, variables));
    } catch (error) {
      if (!JeonboError.is(error)) throw error;
      issues.push({ code: error.code, field: `to[${index}].variables`, message: error.message });
    }
    return phoneNumber;
  });
  const parts: Parts = {
    texts: texts.size > 0 ? [...texts] : [message.text],
    subject: message.subject,
    images: message.media ?? [],
    from: message.from ?? '',
    recipients: recipients.filter((number) => number !== undefined),
    purpose: message.purpose,
    nightConsent: message.nightConsent,
    names: { text: 'text', images: 'media', from: 'from', to: 'to' },
  };
  if (message.scheduleAt)
    issues.push({
      code: 'NOT_SUPPORTED',
      field: 'scheduleAt',
      message: 'BaaS sends at once; leave scheduleAt out.',
    });
  return check(parts, issues);
}

function toPhone(recipient: OutboundMessage['to'][number]) {
  if (recipient === 'me') return {};
  const { variables } = recipient;
  return {
    ...('phoneNumber' in recipient && { phoneNumber: recipient.phoneNumber }),
    ...(variables && { variables }),
  };
}

function check(parts: Parts, found: readonly Issue[]): CheckResult {
  const { texts, subject, images, from, names } = parts;
  const isLong = subject !== undefined || images.length > 0;
  const issues: Issue[] = [
    ...found,
    ...checkRecipients(parts),
    ...texts.flatMap((text) => checkOneText(text, parts, isLong)),
    ...(subject === undefined ? [] : checkSubject(subject)),
    ...checkImages(images, names.images),
    ...(from === undefined ? [] : checkSenderNumber(from, names.from)),
  ];
  const measures = texts.map((text) =>
    measureText(text, {
      smsBytes: limits.smsBytes,
      hasSubject: subject !== undefined,
      hasImages: images.length > 0,
    }),
  );
  const heaviest = measures.reduce((most, next) => (next.bytes > most.bytes ? next : most));
  const { errors, warnings } = splitIssues(distinctIssues(issues));
  return { ...heaviest, ok: errors.length === 0, errors, warnings };
}

function checkOneText(
  text: string,
  { purpose, nightConsent, names }: Parts,
  isLong: boolean,
): Issue[] {
  const field = names.text;
  const smsBytes = isLong ? Number.POSITIVE_INFINITY : limits.smsBytes;
  return [
    ...checkText(text, { maxCharacters: limits.characters, field }),
    ...checkKoreanText(text, { smsBytes, field }),
    ...(purpose === 'ad'
      ? checkAd(text, { at: new Date(), nightConsent: nightConsent ?? false, field })
      : []),
  ];
}

function checkRecipients({ recipients, names }: Parts): Issue[] {
  if (!recipients) return [];
  const count = recipients.length;
  if (count < 1 || count > limits.recipients)
    return [
      {
        code: 'INVALID_RECIPIENTS_COUNT',
        field: names.to,
        message: `${count} recipients; 1 to ${limits.recipients} are allowed.`,
        details: { count, limit: limits.recipients },
      },
    ];
  return recipients.flatMap((number, index) =>
    checkRecipientNumber(number, `${names.to}[${index}].phoneNumber`),
  );
}

function checkImages(images: readonly (string | URL)[], field: string): Issue[] {
  const each = images.flatMap((image, index) => checkImageUrl(image, `${field}[${index}]`));
  if (images.length <= limits.images) return each;
  const details = { count: images.length, limit: limits.images };
  const message = `${images.length} images; at most ${limits.images} are allowed.`;
  return [{ code: 'TOO_MANY_IMAGES', field, message, details }, ...each];
}
