// BAAS_API_KEY=… PROJECT_ID=… STATUS_SECRET=… node express/start.ts
import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { required } from '../../shared/answer.ts';
import { createStatus } from '../status.ts';
import { createApp } from './app.ts';

const status = createStatus({
  // Reads BAAS_API_KEY and PROJECT_ID from the environment. Keys never stand in code.
  client: createMessageClient(createBaasClient()),
  secret: required('STATUS_SECRET', process.env.STATUS_SECRET),
});

const server = createApp(status).listen(Number(process.env.PORT ?? 3000), () => {
  process.stdout.write(`Listening on ${JSON.stringify(server.address())}\n`);
});
