import { type ErrorCode, errorTexts, type Issue, JeonboError, type Language } from '@jeonbo/core';
import { describeIssues, fieldName } from './issues.ts';
import { quote, quoteDeep } from './quote.ts';
import type { ToolContext } from './tool.ts';
import type { Words } from './words.ts';

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
  const consentUrl = consentUrlOf(error);
  const details = withoutUndefined({
    field: error.field && fieldName(error.field, fieldNames),
    reason,
    ...(quoteDeep(given, secrets) as object),
    consent_url: consentUrl,
    issues: Array.isArray(issues) ? describeIssues(issues as Issue[], reader) : undefined,
    provider: error.provider,
    provider_code: error.providerCode && quote(error.providerCode, secrets),
    status: error.status,
    request_id: error.requestId && quote(error.requestId, secrets),
    retryable: error.retryable,
    retry_after_ms: error.retryAfterMs,
    may_have_been_sent: error.mayHaveBeenSent || undefined,
  });
  const failed = failure(error.code, adviceFor(error, language), details);
  if (consentUrl === undefined) return failed;
  return { ...failed, text: `${failed.text}\n${consentWords[language]} ${consentUrl}` };
}

const consentWords: Words = {
  en: 'Nothing was sent. Ask the user to open this address and agree, then repeat the same call:',
  ko: '발송되지 않았습니다. 사용자에게 이 주소를 열어 동의하도록 안내한 뒤 같은 호출을 다시 하세요:',
};

/** Made by this server and good only whole, so it is neither cut nor masked like words of others. */
function consentUrlOf({ code, details }: JeonboError): string | undefined {
  const url = details?.consent_url;
  return code === 'CONSENT_REQUIRED' && typeof url === 'string' ? url : undefined;
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
