import { type CheckResult, distinctIssues, type Issue } from '@jeonbo/core';
import { checkRecipientNumber } from '@jeonbo/core/phone';
import {
  checkEncodable,
  checkImageUrl,
  checkText,
  measureText,
  splitIssues,
} from '@jeonbo/core/text';
import { isChannelAddress } from './address.ts';
import { checkSchedule } from './check-schedule.ts';
import { checkSender } from './check-sender.ts';

/** Twilio's limits: https://www.twilio.com/docs/messaging/api/message-resource */
export const limits = { characters: 1600, media: 10 } as const;

/** What is checked, and under which names it is told. */
export interface Parts {
  /** Each text that would leave, and whether it goes to Korea. None where a template or media speaks. */
  readonly texts: readonly { readonly text: string; readonly korean: boolean }[];
  /** Something goes to Korea, text or not. */
  readonly korean: boolean;
  readonly media: readonly (string | URL)[];
  readonly from: string | undefined;
  readonly messagingServiceSid: string | undefined;
  readonly recipients: readonly { readonly address: string; readonly field: string }[];
  readonly sendAt: Date | undefined;
  readonly names: { readonly text: string; readonly media: string; readonly sendAt: string };
}

export function checkParts(parts: Parts, found: readonly Issue[]): CheckResult {
  const { texts, media, names } = parts;
  const issues: Issue[] = [
    ...found,
    ...parts.recipients.flatMap(({ address, field }) =>
      isChannelAddress(address) ? [] : checkRecipientNumber(address, field, { accept: 'any' }),
    ),
    ...texts.flatMap(({ text, korean }) => checkOneText(text, korean, names.text)),
    ...checkMedia(media, names.media),
    ...(parts.korean && media.length > 0 ? [asLink(names.media)] : []),
    ...checkSender(parts),
    ...checkSchedule(parts, names.sendAt),
  ];
  // Twilio decides by the carrier what goes as SMS or MMS, and charges by segments.
  const measures = texts.map(({ text }) => measureText(text, { smsBytes: null }));
  const heaviest = measures.reduce(
    (most, next) => (next.segments > most.segments ? next : most),
    measures[0] ?? measureText('', { smsBytes: null }),
  );
  const { errors, warnings } = splitIssues(distinctIssues(issues));
  return { ...heaviest, ok: errors.length === 0, errors, warnings };
}

function checkOneText(text: string, korean: boolean, field: string): Issue[] {
  const rules = checkText(text, { maxCharacters: limits.characters, field });
  return korean ? [...rules, ...checkEncodable(text, field)] : rules;
}

function checkMedia(media: readonly (string | URL)[], field: string): Issue[] {
  // Twilio converts what a carrier does not take, so the form of an image is no matter here.
  const each = media
    .flatMap((url, index) => checkImageUrl(url, `${field}[${index}]`))
    .filter(({ code }) => code === 'INVALID_IMAGE_URL');
  if (media.length <= limits.media) return each;
  const details = { count: media.length, limit: limits.media };
  const message = `${media.length} media; at most ${limits.media} are allowed.`;
  return [{ code: 'TOO_MANY_IMAGES', field, message, details }, ...each];
}

/** https://www.twilio.com/en-us/guidelines/kr/sms */
function asLink(field: string): Issue {
  return {
    code: 'MEDIA_AS_LINK',
    field,
    message: 'Korea takes no MMS from Twilio: media goes as a link in an SMS.',
  };
}
