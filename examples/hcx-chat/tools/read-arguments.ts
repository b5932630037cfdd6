import { confirmation } from './functions.ts';

export type Reading =
  | { readonly given: Readonly<Record<string, unknown>> }
  /** Words for the model, which may mend it. */
  | { readonly refused: string };

/** Reads what a model wrote as arguments: text from outside, of which a message to somebody may come. */
export function readArguments(json: string): Reading {
  const given = parse(json);
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { refused: 'arguments가 JSON 객체가 아닙니다. 올바른 JSON 객체로 다시 호출하세요.' };
  if (confirmation in given)
    return { refused: '확인은 사용자만 할 수 있습니다. 확인 토큰 없이 호출하세요.' };
  return { given: given as Record<string, unknown> };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The same for the same arguments, in whatever order they stand. */
export function sameText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
