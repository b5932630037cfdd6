import type { AttributeIssue } from '../attributes/issues.ts';
import { attributeProblemWords } from '../errors/problem-words.ts';
import { type Detail, UrlDbError } from '../errors/url-db-error.ts';
import { fillWords } from '../words.ts';

/** Values that their types do not take, as they are told. */
export function attributeIssuesError(issues: readonly AttributeIssue[]): UrlDbError {
  return new UrlDbError('VALIDATION_ERROR', { details: issues.map(detailOf) });
}

function detailOf({ index, problem, field, limit }: AttributeIssue): Detail {
  return {
    field: `attributes[${index}].${field}`,
    message: fillWords(attributeProblemWords[problem], { limit }),
  };
}
