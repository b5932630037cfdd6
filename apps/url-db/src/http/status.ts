import type { ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import type { UrlStore } from '../storage/store.ts';
import { within } from '../within.ts';
import { answerText } from './answer.ts';
import type { Running } from './running.ts';
import type { Tallies } from './tallies.ts';

/** How long the database may take to say that it is there. */
const readyMs = 2_000;

/** What operators and their machines ask. */
export interface Status {
  /** `/healthz`, `/readyz`. Balancers ask by address, and learn nothing but yes or no. */
  answerHealth(path: string, response: ServerResponse): Promise<void>;
  answerMetrics(response: ServerResponse): Promise<void>;
}

export interface StatusParts {
  readonly store: Pick<UrlStore, 'ping'>;
  readonly running: Running;
  readonly tallies: Tallies;
  readonly log: Log;
  readonly isStopping: () => boolean;
}

export const healthPaths: readonly string[] = ['/healthz', '/readyz'];
export const metricsPath = '/metrics';

export function createStatus({ store, running, tallies, log, isStopping }: StatusParts): Status {
  const isReady = async (): Promise<boolean> => {
    if (isStopping()) return false;
    let ready = false;
    const asked = store.ping().then(
      () => {
        ready = true;
      },
      (error: unknown) => log.warn('database not reachable', { error }),
    );
    await within(readyMs, asked);
    return ready;
  };

  return {
    async answerHealth(path, response) {
      if (path === '/healthz') return answerText(response, 200, 'ok');
      const ready = await isReady();
      answerText(response, ready ? 200 : 503, ready ? 'ready' : 'not ready');
    },
    async answerMetrics(response) {
      const { metricsType, processMetrics } = await import('./process-metrics.ts');
      const ofProcess = await processMetrics();
      response.writeHead(200, { 'content-type': metricsType, 'cache-control': 'no-store' });
      response.end(`${tallies.text()}${runningText(running.count)}${ofProcess}`);
    },
  };
}

function runningText(count: number): string {
  const name = 'url_db_http_requests_running';
  return `# HELP ${name} Requests that are being answered\n# TYPE ${name} gauge\n${name} ${count}\n`;
}
