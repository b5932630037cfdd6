import {
  type CheckResult,
  distinctIssues,
  type Issue,
  JeonboError,
  type OutboundMessage,
  render,
} from '@jeonbo/core';
import { checkAd, checkText, measureText, splitIssues } from '@jeonbo/core/text';
import { checkUuid, limits } from './check.ts';
import { checkTemplate } from './check-template.ts';
import type { TextTemplate } from './content-types.ts';

/** Checks a message in the vocabulary that all providers share, as it leaves by `templateOf`. */
export function checkOutbound(
  message: OutboundMessage,
  templateOf: (text: string) => TextTemplate,
): CheckResult {
  const { to } = message;
  const issues: Issue[] = [...checkCount(to.length), ...checkUnsupported(message)];
  const texts = new Set<string>();
  for (const [index, recipient] of to.entries()) {
    const field = `to[${index}]`;
    const variables = recipient === 'me' ? undefined : recipient.variables;
    if (recipient !== 'me' && !('kakaoUuid' in recipient))
      issues.push(unsupported(field, 'Kakao sends to friends and oneself; give kakaoUuid or me.'));
    else if (recipient !== 'me')
      issues.push(...checkUuid(recipient.kakaoUuid, `${field}.kakaoUuid`));
    try {
      texts.add(render(message.text, variables));
    } catch (error) {
      if (!JeonboError.is(error)) throw error;
      issues.push({ code: error.code, field: `${field}.variables`, message: error.message });
    }
  }
  if (texts.size === 0) texts.add(message.text);
  for (const text of texts) {
    issues.push(...checkText(text, { maxCharacters: limits.characters }));
    if (message.purpose === 'ad')
      issues.push(
        ...checkAd(text, { at: new Date(), nightConsent: message.nightConsent ?? false }),
      );
  }
  issues.push(...checkTemplate(templateOf(message.text), 'options'));
  const measures = [...texts].map((text) => measureText(text, { smsBytes: null }));
  const longest = measures.reduce((most, next) =>
    next.characters > most.characters ? next : most,
  );
  const { errors, warnings } = splitIssues(distinctIssues(issues));
  return { ...longest, ok: errors.length === 0, errors, warnings };
}

function checkCount(count: number): Issue[] {
  if (count >= 1 && count <= limits.receivers) return [];
  const message = `${count} recipients; 1 to ${limits.receivers} are allowed.`;
  const details = { count, limit: limits.receivers };
  return [{ code: 'INVALID_RECIPIENTS_COUNT', field: 'to', message, details }];
}

function checkUnsupported({ subject, from, media = [], scheduleAt }: OutboundMessage): Issue[] {
  return [
    ...(subject === undefined
      ? []
      : [unsupported('subject', 'Kakao has no subjects; put it into the text.')]),
    ...(from === undefined
      ? []
      : [unsupported('from', 'Kakao sends as the person; leave it out.')]),
    ...(media.length === 0
      ? []
      : [unsupported('media', 'A text has no images here; send a feed template.')]),
    ...(scheduleAt === undefined
      ? []
      : [unsupported('scheduleAt', 'Kakao sends at once; leave it out.')]),
  ];
}

function unsupported(field: string, message: string): Issue {
  return { code: 'NOT_SUPPORTED', field, message };
}
