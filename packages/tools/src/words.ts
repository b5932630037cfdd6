import type { Language } from '@jeonbo/core';

/** A text in both languages. A tool, parameter or result without one of them does not compile. */
export type Words = Readonly<Record<Language, string>>;
