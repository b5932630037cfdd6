import type { IncomingMessage } from 'node:http';
import type { Allowances } from '@jeonbo/store';
import { clientAddress } from '../http/client-address.ts';
import { createRateLimit } from './rate-limit.ts';

/** What makes something that is kept, or sends this server somewhere: of one address in a minute. */
const limit = 30;

/** Counts a request of somebody who did not say who it is. @throws Refusal 429 */
export type Costly = (request: IncomingMessage) => Promise<void>;

export function createCostly(allowances: Allowances, proxies: number): Costly {
  const rateLimit = createRateLimit(allowances, limit);
  return (request) => rateLimit.take(`costly ${clientAddress(request, proxies)}`);
}
