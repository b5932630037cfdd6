import { type ErrorCode, errorCodes, JeonboError } from '@jeonbo/core';
import type * as z from 'zod/mini';

const codes: ReadonlySet<string> = new Set(errorCodes);

/**
 * Reads a tool's input. A check in a schema may carry an error code as its message; every other fault is a
 * VALIDATION_ERROR that names the parameter.
 */
export function parseInput<Schema extends z.ZodMiniObject>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap(meant);
  const [issue] = issues;
  if (!issue) throw new JeonboError('VALIDATION_ERROR', 'The input is not as described.');
  const code = codes.has(issue.message) ? (issue.message as ErrorCode) : 'VALIDATION_ERROR';
  const problems = issues.slice(0, 10).map(describe);
  throw new JeonboError(code, problems.join('; '), { field: pathOf(issue) || undefined });
}

/** Where several forms are taken, the faults of the one that was meant: whose kind is right. */
function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const isKind = ({ code, path }: z.core.$ZodIssue) => code !== 'invalid_type' || path.length > 0;
  const form = issue.errors.find((issues) => issues.every(isKind)) ?? [];
  if (form.length === 0) return [issue];
  return form.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }));
}

function describe(issue: z.core.$ZodIssue): string {
  const name = pathOf(issue) || 'input';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${name}: unknown parameter ${issue.keys.slice(0, 5).join(', ')}`;
    case 'invalid_type':
      return issue.input === undefined ? `${name}: missing` : `${name}: must be ${issue.expected}`;
    case 'invalid_value':
      return `${name}: must be one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `${name}: at least ${issue.minimum}`;
    case 'too_big':
      return `${name}: at most ${issue.maximum}`;
    case 'invalid_union': {
      // Kinds that are told apart by one word, and it is none of them.
      const kinds = 'options' in issue ? issue.options : undefined;
      return kinds ? `${name}: must be one of ${kinds.join(', ')}` : `${name}: not valid`;
    }
    case 'custom':
      return `${name}: ${issue.message}`;
    default:
      return `${name}: not valid`;
  }
}

/** `recipients[3].phone_number` */
function pathOf({ path }: z.core.$ZodIssue): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');
}
