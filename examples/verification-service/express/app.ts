import express, { type Express } from 'express';
import type { Verification } from '../verification.ts';

export function createApp(verification: Verification): Express {
  const app = express();
  app.use(express.json({ limit: '1kb' }));

  // The service limits codes per phone. Limit them per visitor as well (your proxy, or express-rate-limit):
  // else somebody with a list of numbers sends codes to all of them, and you pay.
  app.post('/send-verification', async (request, response) => {
    const { status, body } = await verification.send(request.body ?? {});
    response.status(status).json(body);
  });

  app.post('/verify-code', async (request, response) => {
    const { status, body } = await verification.check(request.body ?? {});
    // On 200, mark the phone as verified in the visitor's session here. Do not trust the browser to say so.
    response.status(status).json(body);
  });

  return app;
}
