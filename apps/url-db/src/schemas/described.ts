import * as z from 'zod';
import type { Words } from '../words.ts';

/** Korean descriptions, beside those in English that stand in the schemas and that agents read. */
const korean = z.registry<{ readonly text: string }>();

/**
 * A field and what it says to people. The last step of a schema: what is chained behind it starts anew.
 *
 * @example described(z.int().min(1), { en: 'From 1', ko: '1부터' })
 */
export function described<Schema extends z.ZodType>(schema: Schema, { en, ko }: Words): Schema {
  const result = schema.meta({ ...schema.meta(), description: en });
  korean.add(result, { text: ko });
  return result;
}

export function koreanDescription(schema: unknown): string | undefined {
  return korean.get(schema as z.ZodType)?.text;
}

/** The same words, limits and examples as those of another field, for a schema that does not hold to them. */
export function describedAs<Schema extends z.ZodType>(schema: Schema, other: z.ZodType): Schema {
  const { description = '', ...meta } = other.meta() ?? {};
  const ko = koreanDescription(other) ?? description;
  return described(schema.meta(meta), { en: description, ko });
}
