import { type Served, serve } from '../shared/served.ts';

/** `url-db` on a database, as anybody starts it. */
export function serveUrlDb(bin: string, databaseUrl: string): Promise<Served> {
  return serve(environmentOf(databaseUrl), bin);
}

export function environmentOf(databaseUrl: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', PORT: '0', DATABASE_URL: databaseUrl };
}
