import { collectDefaultMetrics, Registry } from 'prom-client';

const register = new Registry();
collectDefaultMetrics({ register });

export const metricsType = register.contentType;

/** Memory, processor and event loop of this process. Loaded by whoever first asks, since it takes longer than all else. */
export function processMetrics(): Promise<string> {
  return register.metrics();
}
