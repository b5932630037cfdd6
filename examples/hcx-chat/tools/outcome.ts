import {
  type CallToolResult,
  InsufficientScopeError,
  SdkHttpError,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { objectOf } from '../model/gather.ts';
import { isSafe } from '../settings.ts';
import { ToldError } from '../told-error.ts';

/** `unknown`: something may have left. It is never sent again by program. */
export type Outcome = 'done' | 'failed' | 'unknown';

/** Reads a result as the servers of Jeonbo write it; of others it knows whether they call it an error. */
export function outcomeOf({ isError, structuredContent }: CallToolResult): Outcome {
  const { error_code, details, unknown_count, failures } = objectOf(structuredContent);
  const mayHaveLeft =
    error_code === 'DELIVERY_UNKNOWN' ||
    objectOf(details).may_have_been_sent === true ||
    (typeof unknown_count === 'number' && unknown_count > 0) ||
    (Array.isArray(failures) && failures.some((one) => objectOf(one).may_have_been_sent === true));
  if (mayHaveLeft) return 'unknown';
  return isError || objectOf(structuredContent).success === false ? 'failed' : 'done';
}

const notReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** A call without a result. Only what the server certainly did not begin is a failure. */
export function outcomeOfError(error: unknown): Outcome {
  // Words for the person come from before a call: no login, no call.
  if (error instanceof ToldError) return 'failed';
  if (error instanceof UnauthorizedError || error instanceof InsufficientScopeError)
    return 'failed';
  if (error instanceof SdkHttpError) {
    const { status = 0 } = error;
    return status >= 400 && status < 500 && status !== 408 ? 'failed' : 'unknown';
  }
  const { code } = objectOf(error instanceof Error ? error.cause : undefined);
  return typeof code === 'string' && notReached.has(code) ? 'failed' : 'unknown';
}

/** The page where the person gives a consent that is missing, if that is what the call ended with. */
export function consentLink({ structuredContent }: CallToolResult): URL | undefined {
  const { consent_url: given } = objectOf(objectOf(structuredContent).details);
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : undefined;
  return url && isSafe(url) ? url : undefined;
}
