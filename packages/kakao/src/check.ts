import { type CheckResult, distinctIssues, type Issue } from '@jeonbo/core';
import { checkText, measureText } from '@jeonbo/core/text';
import { checkWebUrl, wrongIf } from './check-link.ts';
import { checkTemplate } from './check-template.ts';
import type { CustomContent, KakaoContent, KakaoTemplate, ScrapContent } from './content-types.ts';
import { templateWarnings } from './template-warnings.ts';
import type { KakaoCheckInput } from './types.ts';

/** Kakao's limits; the number of receivers is what one person may send to in a day. */
export const limits = { characters: 200, receivers: 100 } as const;

/** Checks what is sent in Kakao's vocabulary; what is left out is not missed, except for something to send. */
export function checkMessage({ receiverUuids, ...content }: KakaoCheckInput): CheckResult {
  const found = checkContent(content);
  if (!receiverUuids) return found;
  const errors = [...checkReceivers(receiverUuids), ...found.errors];
  return { ...found, ok: errors.length === 0, errors };
}

export function checkContent(content: KakaoContent): CheckResult {
  if (!('template' in content)) return resultOf('', checkOther(content), []);
  const { template } = content;
  const errors = [...checkTextOf(template), ...checkTemplate(template)];
  return resultOf(mainText(template), errors, templateWarnings(template));
}

function resultOf(text: string, found: readonly Issue[], warnings: readonly Issue[]): CheckResult {
  const errors = distinctIssues(found);
  const measure = measureText(text, { smsBytes: null });
  return { ...measure, ok: errors.length === 0, errors, warnings };
}

function checkTextOf(template: KakaoTemplate): Issue[] {
  if (template?.objectType !== 'text') return [];
  const rules = { maxCharacters: limits.characters, field: 'template.text' };
  return checkText(String(template.text ?? ''), rules);
}

/** A page to read, or a template of the console. */
function checkOther(content: ScrapContent | CustomContent): Issue[] {
  const { templateId } = content;
  const isScrap = 'requestUrl' in content;
  const isNumber = Number.isSafeInteger(templateId) && Number(templateId) > 0;
  return [
    ...(isScrap ? checkWebUrl(content.requestUrl ?? '', 'requestUrl') : []),
    ...wrongIf(
      !isNumber && !(isScrap && templateId === undefined),
      'templateId',
      'templateId must be the number of a template.',
    ),
  ];
}

export function checkReceivers(uuids: readonly string[]): Issue[] {
  const count = uuids.length;
  if (count >= 1 && count <= limits.receivers)
    return uuids.flatMap((uuid, index) => checkUuid(uuid, `receiverUuids[${index}]`));
  const message = `${count} receivers; 1 to ${limits.receivers} are allowed.`;
  const details = { count, limit: limits.receivers };
  return [{ code: 'INVALID_RECIPIENTS_COUNT', field: 'receiverUuids', message, details }];
}

/** Kakao's uuids have no form that it promises. */
export function checkUuid(uuid: string, field: string): Issue[] {
  const isOne = typeof uuid === 'string' && /^[^\s"]+$/.test(uuid);
  return wrongIf(!isOne, field, 'A friend is named by the uuid of the friends list.');
}

export function repeatedReceivers(uuids: readonly string[]): Issue[] {
  return uuids.flatMap((uuid, index) =>
    uuids.indexOf(uuid) === index
      ? []
      : [
          {
            code: 'DUPLICATE_RECIPIENT' as const,
            field: `receiverUuids[${index}]`,
            message: 'This receiver is listed more than once; it is sent once.',
          },
        ],
  );
}

function mainText(template: KakaoTemplate): string {
  if (template?.objectType === 'text') return String(template.text ?? '');
  if (template?.objectType === 'list') return String(template.headerTitle ?? '');
  return String(template?.content?.title ?? '');
}
