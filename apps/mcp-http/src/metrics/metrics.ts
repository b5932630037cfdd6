import type { ToolRun } from '@jeonbo/server';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** A request ended. `server` is empty for what is no server of ours. */
  request(server: string, status: number, seconds: number): void;
  toolRun(provider: string, run: ToolRun): void;
  /** A person's log-in at Kakao ended. */
  login(outcome: LoginOutcome): void;
  /** A person answered a question: ours about a client, or Kakao's about one thing more. */
  consent(outcome: ConsentOutcome): void;
  /** A client asked for tokens; `outcome` is `issued` or the error of OAuth. */
  token(grantType: string, outcome: string): void;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
}

type LoginOutcome = 'done' | 'declined' | 'failed' | 'wrong_browser';
type ConsentOutcome =
  | 'agreed'
  | 'declined'
  | 'agreed_at_kakao'
  | 'declined_at_kakao'
  | 'other_account'
  | 'failed';

export interface Gauges {
  readonly running: () => number;
  readonly sessions: () => number;
}

/** Seconds: a check takes some milliseconds, a send as long as the provider. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Counts what happens in this instance. No label holds a caller, a number or a key. */
export function createMetrics(gauges: Gauges): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'jeonbo_http_requests_total',
    help: 'Requests answered, by server and HTTP status',
    labelNames: ['server', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'jeonbo_http_request_duration_seconds',
    help: 'From the request line to the end of the answer',
    labelNames: ['server'],
    buckets,
    registers,
  });
  const tools = new Counter({
    name: 'jeonbo_tool_calls_total',
    help: 'Calls of tools: answered, asked (a person, first) or the error code',
    labelNames: ['provider', 'tool', 'outcome'],
    registers,
  });
  const toolSeconds = new Histogram({
    name: 'jeonbo_tool_duration_seconds',
    help: 'How long a tool ran',
    labelNames: ['provider', 'tool'],
    buckets,
    registers,
  });
  const sends = new Counter({
    name: 'jeonbo_sends_total',
    help: 'Recipients of sends: accepted, rejected, unknown (may have been sent), duplicate, dry_run; refused counts calls',
    labelNames: ['provider', 'outcome'],
    registers,
  });
  const logins = new Counter({
    name: 'jeonbo_logins_total',
    help: 'Log-ins at Kakao that ended: done, declined, failed, wrong_browser',
    labelNames: ['outcome'],
    registers,
  });
  const consents = new Counter({
    name: 'jeonbo_consents_total',
    help: 'Answers of people: to our question about a client, and at Kakao to a consent asked for later',
    labelNames: ['outcome'],
    registers,
  });
  const tokens = new Counter({
    name: 'jeonbo_oauth_tokens_total',
    help: 'Requests of clients for tokens, by grant type: issued or the error of OAuth',
    labelNames: ['grant_type', 'outcome'],
    registers,
  });
  new Gauge({
    name: 'jeonbo_http_requests_running',
    help: 'Calls that are being answered',
    registers,
    collect() {
      this.set(gauges.running());
    },
  });
  new Gauge({
    name: 'jeonbo_http_sessions',
    help: 'Open sessions of 2025-era clients',
    registers,
    collect() {
      this.set(gauges.sessions());
    },
  });

  return {
    request(server, status, seconds) {
      requests.inc({ server, status });
      requestSeconds.observe({ server }, seconds);
    },
    toolRun(provider, run) {
      const { tool, outcome, durationMs } = run;
      tools.inc({ provider, tool, outcome });
      toolSeconds.observe({ provider, tool }, durationMs / 1000);
      for (const [of, count] of sendsOf(run)) sends.inc({ provider, outcome: of }, count);
    },
    login: (outcome) => logins.inc({ outcome }),
    consent: (outcome) => consents.inc({ outcome }),
    token: (grant_type, outcome) => tokens.inc({ grant_type, outcome }),
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}

/** What a call of a sending tool came to. */
function sendsOf({ tool, outcome, data }: ToolRun): readonly (readonly [string, number])[] {
  if (!tool.startsWith('send_') || outcome === 'asked') return [];
  if (outcome === 'DELIVERY_UNKNOWN') return [['unknown', 1]];
  if (outcome !== 'answered') return [['refused', 1]];
  if (data.confirmation_required) return [];
  const count = (name: string) => Number(data[name] ?? 0);
  if (data.dry_run) return [['dry_run', 1]];
  if (data.duplicate) return [['duplicate', count('sent_count')]];
  const all = [
    ['accepted', count('sent_count')],
    ['rejected', count('failed_count')],
    ['unknown', count('unknown_count')],
  ] as const;
  return all.filter(([, value]) => value > 0);
}
