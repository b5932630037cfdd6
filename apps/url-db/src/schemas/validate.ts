import type * as z from 'zod';
import { type Detail, UrlDbError } from '../errors/url-db-error.ts';
import { fillWords, type Words } from '../words.ts';
import { problems, typeProblems } from './problems.ts';

/**
 * Holds an input to its schema.
 *
 * @throws UrlDbError `VALIDATION_ERROR` that names every field at fault
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const details = result.error.issues.flatMap((issue) => detailsOf(issue, input));
  throw new UrlDbError('VALIDATION_ERROR', { details });
}

/** What a rule of our own says is in its `params`. */
export interface RuleParams {
  readonly words: Words;
}

type Issue = z.core.$ZodIssue;

function detailsOf(issue: Issue, input: unknown): readonly Detail[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: fieldOf([...issue.path, key]),
      message: problems.unknown,
    }));
  return [{ field: fieldOf(issue.path), message: wordsOf(issue, input) }];
}

function wordsOf(issue: Issue, input: unknown): Words {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.path.length > 0 && valueAt(input, issue.path) === undefined)
        return problems.required;
      return typeProblems[issue.expected] ?? problems.invalid;
    case 'invalid_value':
      return fillWords(problems.oneOf, { values: issue.values.map(String).join(', ') });
    case 'too_small':
      return fillWords(issue.origin === 'array' ? problems.atLeastItems : problems.atLeast, {
        limit: String(issue.minimum),
      });
    case 'too_big':
      return fillWords(issue.origin === 'array' ? problems.atMostItems : problems.atMost, {
        limit: String(issue.maximum),
      });
    case 'custom':
      return (issue.params as RuleParams | undefined)?.words ?? problems.invalid;
    default:
      return problems.invalid;
  }
}

/** @example fieldOf(['attributes', 2, 'value']) // 'attributes[2].value' */
function fieldOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'body';
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part],
    input,
  );
}
