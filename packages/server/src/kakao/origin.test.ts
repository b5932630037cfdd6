import { expect, it } from 'vitest';
import { readOrigin } from './origin.ts';

it.each([
  ['https://jeonbo.example', 'https://jeonbo.example'],
  ['https://jeonbo.example/', 'https://jeonbo.example'],
  ['https://jeonbo.example:8443', 'https://jeonbo.example:8443'],
  ['http://localhost:4020', 'http://localhost:4020'],
  ['http://127.0.0.1:4020', 'http://127.0.0.1:4020'],
  ['http://[::1]:4020', 'http://[::1]:4020'],
])('%s is an origin', (given, origin) => {
  expect(readOrigin(given)).toBe(origin);
});

it.each([
  ['http to another machine', 'http://jeonbo.example'],
  ['a name that only begins like this machine', 'http://127.0.0.1.example'],
  ['a path', 'https://jeonbo.example/kakao'],
  ['a query', 'https://jeonbo.example?a=1'],
  ['a password', 'https://user:password@jeonbo.example'],
  ['capitals, which would be other bytes', 'https://Jeonbo.example'],
  ['another protocol', 'ftp://jeonbo.example'],
  ['a name alone', 'jeonbo.example'],
  ['nothing', ''],
])('%s is none', (_, given) => {
  expect(readOrigin(given)).toBeUndefined();
});
