import { errorTexts, type Issue, warningTexts } from '@jeonbo/core';
import type { ToolContext } from './tool.ts';

/** More would tell nobody more. */
const mostIssues = 20;

/** What a toolset calls the fields that core speaks of: `{ to: 'recipients' }`. */
export type FieldNames = Readonly<Record<string, string>>;

/** For whom a tool's answer is worded. */
export type Reader = Pick<ToolContext, 'language' | 'fieldNames'>;

/** Issues in the words of the tools: snake_case fields, the reader's language. */
export function describeIssues(issues: readonly Issue[], { language, fieldNames }: Reader) {
  const described = issues.map(({ position, suggestion, ...issue }) => ({
    code: issue.code,
    field: fieldName(issue.field, fieldNames),
    message: language === 'en' ? issue.message : koreanText(issue),
    ...(position !== undefined && { position }),
    ...(suggestion !== undefined && { suggestion }),
  }));
  // A client that checks again before it sends finds the same again, under other names.
  return [...new Map(described.map((issue) => [JSON.stringify(issue), issue])).values()].slice(
    0,
    mostIssues,
  );
}

/** Core speaks of `to[3].phoneNumber`, `text` and `from`; the tools of what their parameters are called. */
export function fieldName(field: string, names: FieldNames = {}): string {
  return field
    .replace(/^\w+/, (first) => (Object.hasOwn(names, first) ? (names[first] as string) : first))
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The code's own words, with the rule or the figures behind it. */
function koreanText({ code, details = {} }: Pick<Issue, 'code' | 'details'>): string {
  const texts: Partial<Record<string, string>> = { ...warningTexts.ko, ...errorTexts.ko };
  const { rule = '', limit } = details;
  const text = adRules[rule] ?? texts[code] ?? code;
  const figure = units.find(([name]) => details[name] !== undefined);
  if (!figure || limit === undefined) return text;
  const [name, unit] = figure;
  return `${text} (현재 ${details[name]}${unit}, 한도 ${limit}${unit})`;
}

const units = [
  ['bytes', '바이트'],
  ['characters', '자'],
  ['count', '개'],
] as const;

const adRules: Readonly<Record<string, string>> = {
  mark: '광고 문자는 정확히 (광고)로 시작해야 합니다.',
  'opt-out': '광고 문자는 무료수신거부와 080 번호로 끝나야 합니다.',
  sender: '(광고) 뒤에 보내는 곳의 이름이 있어야 합니다.',
  contact: '무료수신거부 앞에 보내는 곳의 연락처가 있어야 합니다.',
  night: '21시부터 다음 날 8시까지는 야간 광고 수신 동의가 따로 필요합니다.',
};
