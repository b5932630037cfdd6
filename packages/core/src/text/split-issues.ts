import type { Issue } from '../issue.ts';
import { warningCodes } from '../warnings.ts';

/**
 * Sorts what the checks found into what stops a send and what does not.
 *
 * @example const { errors, warnings } = splitIssues([...checkText(text, rules), ...checkKoreanText(text)]);
 */
export function splitIssues(issues: readonly Issue[]): { errors: Issue[]; warnings: Issue[] } {
  const isWarning = (issue: Issue) => (warningCodes as readonly string[]).includes(issue.code);
  return {
    errors: issues.filter((issue) => !isWarning(issue)),
    warnings: issues.filter(isWarning),
  };
}
