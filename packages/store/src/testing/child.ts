// Another process on the same store, for tests of races and crashes. Says "ready", does one thing on a line of input,
// answers with a line of JSON, and stays until its input ends or it is killed.
import { createInterface } from 'node:readline';
import { JeonboError } from '@jeonbo/core';
import { openDatabase } from '../database/open-database.ts';
import { parseSecretKey } from '../keys/secret-key.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import type { ChildJob } from './children.ts';
import { summary } from './summary.ts';

const job: ChildJob = JSON.parse(process.argv[2] ?? '');
const open = async () => {
  const database = await openDatabase(job.url);
  return createLedger(database, { key: parseSecretKey(job.secret) });
};
const opened = job.open === 'early' ? await open() : undefined;

const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
say('ready');
for await (const _line of createInterface({ input: process.stdin })) {
  try {
    const ledger = opened ?? (await open());
    const results: unknown[] = [];
    for (const { count, from, text, options, account = 'project-1' } of job.begins)
      results.push(await ledger.begin(null, { ...summary(count, text, from), account }, options));
    say(results);
  } catch (error) {
    say(JeonboError.is(error) ? error : String(error));
  }
}
process.exit(0);
