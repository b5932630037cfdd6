import type { CheckResult, Issue } from '@jeonbo/core';
import { describeIssues, type Reader } from '../issues.ts';
import { integer, list, nullable, type ObjectShape, object, text } from '../json-schema.ts';
import type { ToolAnswer } from '../tool.ts';
import type { Words } from '../words.ts';

const issue = object({
  required: { code: text, field: text, message: text },
  optional: { position: integer, suggestion: text },
});

/** What every check_message answers. */
export const checkOutput = {
  required: {
    kind: nullable(text),
    bytes: integer,
    segments: integer,
    errors: list(issue),
    warnings: list(issue),
    suggestions: list(text),
  },
} satisfies ObjectShape;

/** @param measure what the text weighs, in a few words */
export function checkAnswer(
  { kind, bytes, segments, errors, warnings }: CheckResult,
  message: string,
  measure: Words,
  reader: Reader,
): Extract<ToolAnswer, { data: unknown }> {
  const found = {
    en: `${errors.length} errors, ${warnings.length} warnings.`,
    ko: `오류 ${errors.length}건, 주의 ${warnings.length}건.`,
  }[reader.language];
  const data = {
    kind,
    bytes,
    segments,
    errors: describeIssues(errors, reader),
    warnings: describeIssues(warnings, reader),
    suggestions: suggestionsOf([...errors, ...warnings], message),
  };
  const lines = [...data.errors, ...data.warnings].map((one) => `${one.code}: ${one.message}`);
  const head = `${measure[reader.language]}: ${found}`;
  return { data, text: [head, ...lines, ...data.suggestions].join('\n') };
}

/** What to write instead, one line each, without repeats. */
function suggestionsOf(issues: readonly Issue[], message: string): string[] {
  const lines = issues.flatMap(({ suggestion, position, field }) => {
    if (suggestion === undefined) return [];
    const inText = position !== undefined && /^(?:message|text|body)$/.test(field);
    const character = inText ? String.fromCodePoint(message.codePointAt(position) ?? 0x20) : '';
    return [character.trim() ? `${character} → ${suggestion || '∅'}` : suggestion];
  });
  return [...new Set(lines)].slice(0, 20);
}
