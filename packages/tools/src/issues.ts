import { errorTexts, type Issue, type Language, warningTexts } from '@jeonbo/core';

/** More would tell nobody more. */
const mostIssues = 20;

/** Issues in the words of the tools: snake_case fields, the reader's language. */
export function describeIssues(issues: readonly Issue[], language: Language) {
  const described = issues.map(({ code, field, message, position, suggestion }) => ({
    code,
    field: fieldName(field),
    message: language === 'en' ? message : textOf(code, language),
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
export function fieldName(field: string): string {
  return field
    .replace(/^to\b/, 'recipients')
    .replace(/^text$/, 'message')
    .replace(/^(from|callbackNumber)$/, 'callback_number')
    .replace(/^(media|imageUrls)\b/, 'image_urls')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function textOf(code: Issue['code'], language: Language): string {
  const texts: Partial<Record<string, string>> = {
    ...warningTexts[language],
    ...errorTexts[language],
  };
  return texts[code] ?? code;
}
