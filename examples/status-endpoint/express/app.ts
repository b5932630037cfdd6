import express, { type Express } from 'express';
import type { Status } from '../status.ts';

export function createApp(status: Status): Express {
  const app = express();
  app.get('/sms-status/:groupId', async (request, response) => {
    const query = new URL(request.url, 'http://localhost').searchParams;
    const answer = await status.read(request.params.groupId, query);
    response.set('cache-control', 'no-store').status(answer.status).json(answer.body);
  });
  return app;
}
