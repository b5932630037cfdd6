import { expect, it, vi } from 'vitest';
import { createHttpClient } from './client.ts';

// Whatever a provider answers, credentials go to the configured origin only.

function clientOf(baseUrl: string) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('{}'));
  const http = createHttpClient({
    provider: 'test',
    baseUrl,
    headers: () => ({ 'x-api-key': 'key-of-test' }),
    readProblem: () => undefined,
    fetch,
  });
  const asked = () => fetch.mock.calls.map(([input]) => new Request(input).url);
  return { get: (path: string) => http({ method: 'GET', path, safety: 'read' }), asked };
}

it.each([
  'https://other.example/next',
  'https://api.example.com.other.example/next',
  'https://api.example.com@other.example/next',
  'https://api.example.com:8443/next',
  'http://api.example.com/next',
  'HTTPS://other.example/next',
  ' https://other.example/next',
  '\t//other.example/next',
  'https:\\\\other.example\\next',
  'ftp://api.example.com/next',
  'file:///etc/passwd',
  'data:application/json,{}',
])('does not follow %j', async (path) => {
  const { get, asked } = clientOf('https://api.example.com/v1');
  await expect(get(path)).rejects.toMatchObject({ code: 'INVALID_RESPONSE' });
  expect(asked()).toEqual([]);
});

it.each([
  ['/next', 'https://api.example.com/v1/next'],
  ['next?page=2', 'https://api.example.com/v1/next?page=2'],
  ['https://api.example.com/other/next', 'https://api.example.com/other/next'],
  ['https://api.example.com:443/next', 'https://api.example.com/next'],
  // No host: two slashes of a careless provider are a path.
  ['//other.example/next', 'https://api.example.com/v1/other.example/next'],
])('asks %j at the configured host', async (path, url) => {
  const { get, asked } = clientOf('https://api.example.com/v1');
  await get(path);
  expect(asked()).toEqual([url]);
});
