// BAAS_API_KEY=… PROJECT_ID=… BAAS_CALLBACK_NUMBER=02-1234-5678 OPERATOR_TOKEN=… node express/start.ts
import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { required } from '../../shared/answer.ts';
import { sendOnceSchema } from '../../shared/send-once.ts';
import { openSqlite } from '../../shared/sqlite.ts';
import { createCampaigns } from '../campaigns.ts';
import { createApp } from './app.ts';

const campaigns = createCampaigns({
  // Reads BAAS_API_KEY, PROJECT_ID and BAAS_CALLBACK_NUMBER from the environment. Keys never stand in code.
  client: createMessageClient(createBaasClient()),
  database: openSqlite(process.env.DATABASE_FILE ?? 'campaigns.sqlite', sendOnceSchema),
  operatorToken: required('OPERATOR_TOKEN', process.env.OPERATOR_TOKEN),
});

const server = createApp(campaigns).listen(Number(process.env.PORT ?? 3000), () => {
  process.stdout.write(`Listening on ${JSON.stringify(server.address())}\n`);
});
