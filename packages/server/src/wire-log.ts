import type { HttpHooks } from '@jeonbo/core/http';
import type { Log } from './log.ts';

/** Tells the log what a provider's client does on the wire. */
export function wireLog(log: Log): HttpHooks {
  return {
    onRetry: ({ method, url, attempt, reason, delayMs }) =>
      log.info('request repeated', { method, url, attempt, reason, delayMs }),
    onResponse: ({ method, url, status, durationMs, requestId }) =>
      log.debug('request answered', { method, url, status, durationMs, requestId }),
  };
}
