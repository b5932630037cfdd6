import { expect, it, vi } from 'vitest';
import { createBaasClient } from './index.ts';

it.each([
  'https://other.example/message/history',
  'http://api.aiapp.link/message/history',
  'https://api.aiapp.link@other.example/message/history',
])('a history at %j is not asked for', async (historyPath) => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  const client = createBaasClient({
    apiKey: 'key-of-test',
    projectId: '123e4567-e89b-42d3-a456-426614174000',
    baseUrl: 'https://api.aiapp.link',
    historyPath,
    fetch,
  });
  await expect(client.messages.history({})).rejects.toMatchObject({
    code: 'INVALID_RESPONSE',
    provider: 'baas',
  });
  expect(fetch).not.toHaveBeenCalled();
});
