// BAAS_API_KEY=… PROJECT_ID=… BAAS_CALLBACK_NUMBER=02-1234-5678 VERIFICATION_SECRET=… node express/start.ts
import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { required } from '../../shared/answer.ts';
import { openSqlite } from '../../shared/sqlite.ts';
import { codeSchema, createCodeStore } from '../code-store.ts';
import { createVerification } from '../verification.ts';
import { createApp } from './app.ts';

const verification = createVerification({
  // Reads BAAS_API_KEY, PROJECT_ID and BAAS_CALLBACK_NUMBER from the environment. Keys never stand in code.
  client: createMessageClient(createBaasClient()),
  codes: createCodeStore(openSqlite(process.env.DATABASE_FILE ?? 'codes.sqlite', codeSchema)),
  // Make one with: openssl rand -hex 32
  secret: required('VERIFICATION_SECRET', process.env.VERIFICATION_SECRET),
});

const server = createApp(verification).listen(Number(process.env.PORT ?? 3000), () => {
  process.stdout.write(`Listening on ${JSON.stringify(server.address())}\n`);
});
