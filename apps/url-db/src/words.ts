import type { Language } from '@jeonbo/core';

/** A sentence in the languages in which we speak to people; `{name}` is filled in. */
export type Words = Readonly<Record<Language, string>>;

/** Fills `{name}` in both; what has no value stays as it is. */
export function fillWords(
  { en, ko }: Words,
  values: Readonly<Record<string, string | number | undefined>>,
): Words {
  return { en: fill(en, values), ko: fill(ko, values) };
}

/** Fills `{name}` in a sentence of ours; what has no value stays as it is. */
export function fill(
  sentence: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
