import express, { type Express } from 'express';
import type { Campaigns } from '../campaigns.ts';

export function createApp(campaigns: Campaigns): Express {
  const app = express();
  app.use(express.json({ limit: '256kb' }));

  app.post('/api/campaigns/check', async (request, response) => {
    const authorization = request.get('authorization') ?? '';
    const { status, body } = await campaigns.check(authorization, request.body ?? {});
    response.status(status).json(body);
  });

  app.post('/api/campaigns', async (request, response) => {
    const authorization = request.get('authorization') ?? '';
    const { status, body } = await campaigns.send(authorization, request.body ?? {});
    response.status(status).json(body);
  });

  app.get('/api/campaigns/:id', async (request, response) => {
    const authorization = request.get('authorization') ?? '';
    const { status, body } = await campaigns.status(authorization, request.params.id);
    response.set('cache-control', 'no-store').status(status).json(body);
  });

  return app;
}
