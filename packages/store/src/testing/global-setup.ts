import { type Cluster, startCluster } from './cluster.ts';

let cluster: Cluster | undefined;

/** For vitest's `globalSetup`: one PostgreSQL for the whole run, unless TEST_DATABASE_URL names one. */
export async function setup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  cluster = await startCluster();
  process.env.TEST_DATABASE_URL = cluster.url;
}

export async function teardown(): Promise<void> {
  await cluster?.stop();
}
