// Another process with the same token vault. On each line, a token that was refused, it renews as the Kakao client does:
// unless somebody else has done so meanwhile.
import { createInterface } from 'node:readline';
import { JeonboError } from '@jeonbo/core';
import { openDatabase } from '../database/open-database.ts';
import { parseSecretKey } from '../keys/secret-key.ts';
import { createTokenVault } from '../tokens/create-token-vault.ts';
import { refresh, type TestTokens, type TokenChildJob } from './token-provider.ts';

const job: TokenChildJob = JSON.parse(process.argv[2] ?? '');
const database = await openDatabase(job.url);
const key = parseSecretKey(job.secret);
const vault = await createTokenVault<TestTokens>(database, key, {
  provider: 'kakao',
  times: job.times,
});

const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
say('ready');
for await (const refused of createInterface({ input: process.stdin })) {
  try {
    say(
      await vault.update('me', async (current) =>
        current?.access === refused ? refresh(job.provider, current) : current,
      ),
    );
  } catch (error) {
    say(JeonboError.is(error) ? error : String(error));
  }
}
process.exit(0);
