import express, { type Express } from 'express';
import type { OrderNotices } from '../order-notices.ts';

export function createApp(handle: OrderNotices): Express {
  const app = express();
  // As text, not parsed: the signature is over the bytes that came.
  app.post(
    '/webhooks/orders',
    express.text({ type: '*/*', limit: '64kb' }),
    async (request, response) => {
      const body = typeof request.body === 'string' ? request.body : '';
      const answer = await handle(body, request.get('x-signature') ?? '');
      response.status(answer.status).json(answer.body);
    },
  );
  return app;
}
