import { type ErrorCode, errorTexts, type Issue, JeonboError, type Language } from '@jeonbo/core';
import { describeIssues, fieldName } from './issues.ts';
import { quote, quoteDeep } from './quote.ts';
import type { ToolContext } from './tool.ts';

/** The shape of every failure. */
export interface Failure {
  readonly success: false;
  readonly error: string;
  readonly error_code: ErrorCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An error as structured content and a short text. What others said in it is quoted, capped and masked. */
export function describeFailure(
  error: unknown,
  reader: Pick<ToolContext, 'language' | 'secrets' | 'fieldNames'>,
): { readonly structuredContent: Record<string, unknown> & Failure; readonly text: string } {
  const { language, secrets, fieldNames } = reader;
  if (!JeonboError.is(error))
    return failure('INTERNAL_ERROR', errorTexts[language].INTERNAL_ERROR, {});
  const { issues, ...given } = error.details ?? {};
  const reason = quote(error.message, secrets);
  const details = withoutUndefined({
    field: error.field && fieldName(error.field, fieldNames),
    reason,
    ...(quoteDeep(given, secrets) as object),
    issues: Array.isArray(issues) ? describeIssues(issues as Issue[], reader) : undefined,
    provider: error.provider,
    provider_code: error.providerCode && quote(error.providerCode, secrets),
    status: error.status,
    request_id: error.requestId && quote(error.requestId, secrets),
    retryable: error.retryable,
    retry_after_ms: error.retryAfterMs,
    may_have_been_sent: error.mayHaveBeenSent || undefined,
  });
  return failure(error.code, adviceFor(error, language), details);
}

function failure(error_code: ErrorCode, error: string, details: Record<string, unknown>) {
  const { reason, ...rest } = details;
  const quoted = typeof reason === 'string' && reason !== '' ? ` (${JSON.stringify(reason)})` : '';
  const all = reason === undefined ? rest : { reason, ...rest };
  return {
    structuredContent: {
      success: false as const,
      error,
      error_code,
      ...(Object.keys(all).length > 0 && { details: all }),
    },
    text: `${error_code}: ${error}${quoted}`,
  };
}

/** Whatever went wrong: where a message may have left, the first thing to say is not to send it again. */
function adviceFor({ code, mayHaveBeenSent }: JeonboError, language: Language): string {
  const texts = errorTexts[language];
  if (!mayHaveBeenSent || code === 'DELIVERY_UNKNOWN') return texts[code];
  return `${texts[code]} ${texts.DELIVERY_UNKNOWN}`;
}

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== ''),
  );
}

/** Whether this program is at fault, so that its operator should hear of it. */
export function isFault(error: unknown): boolean {
  return !JeonboError.is(error) || error.code === 'INTERNAL_ERROR';
}
