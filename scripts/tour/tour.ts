import ora from 'ora';
import { baasSteps } from './baas-steps.ts';
import { type Connection, connect } from './connect.ts';
import { connectHttp } from './connect-http.ts';
import { connectKakao } from './connect-kakao.ts';
import { connectUrlDb } from './connect-url-db.ts';
import { httpSteps } from './http-steps.ts';
import { kakaoSteps } from './kakao-steps.ts';
import type { HttpServer } from './run-server.ts';
import type { Place } from './servers.ts';
import type { Step, TourContext } from './step.ts';
import { twilioSteps } from './twilio-steps.ts';
import { urlDbSteps } from './url-db-steps.ts';

/** What listens beside the sandbox while the tour is walked. */
export interface Servers {
  readonly http: HttpServer;
  readonly urlDb: HttpServer;
}

type Open = (place: Place, servers: Servers) => Promise<Connection>;

/** Each server and what it can do, in the order in which they are walked. */
const tour: readonly (readonly [Open, readonly Step[]])[] = [
  [(place) => connect('baas', place), baasSteps],
  [(place) => connect('twilio', place), twilioSteps],
  [(place, { http }) => connectHttp(place, http), httpSteps],
  [(place, { http }) => connectKakao(place, http), kakaoSteps],
  [(place, { urlDb }) => connectUrlDb(place, urlDb), urlDbSteps],
];

/** Walks every step with a real MCP client; throws at the first that misses. */
export async function walkTour(place: Place, servers: Servers): Promise<void> {
  const { sandboxUrl, language } = place;
  let number = 0;
  for (const [open, steps] of tour) {
    const { client, log, close, found } = await open(place, servers);
    const context = { client, sandboxUrl, language, found: new Map(found) };
    try {
      for (const step of steps) {
        number += 1;
        await walk(step, number, context, log);
      }
    } finally {
      await close();
    }
  }
}

async function walk({ title, run }: Step, number: number, context: TourContext, log: () => string) {
  const { language } = context;
  const head = `${number}. ${title[language]}`;
  const spinner = ora(head).start();
  try {
    const said = await run(context);
    spinner.succeed(`${head}: ${said[language]}`);
  } catch (cause) {
    spinner.fail(head);
    const reason = cause instanceof Error ? cause.message : cause;
    throw new Error(`${head}: ${reason}\n${log()}`, { cause });
  }
}
