import { expect, it } from 'vitest';
import { returnPlace } from './return-place.ts';

it.each([
  ['http://127.0.0.1:33418/callback', 'program', '127.0.0.1:33418'],
  ['http://127.8.8.8/callback', 'program', '127.8.8.8'],
  ['http://[::1]:5000/', 'program', '[::1]:5000'],
  ['http://localhost:6274/oauth/callback', 'program', 'localhost:6274'],
  ['http://LOCALHOST/', 'program', 'localhost'],
  ['cursor://anysphere.cursor-mcp/callback', 'app', 'cursor:'],
  ['com.example.app:/callback', 'app', 'com.example.app:'],
  ['https://claude.ai/api/mcp/auth_callback', 'site', 'claude.ai'],
  ['https://claude.ai:8443/', 'site', 'claude.ai:8443'],
  // What only looks like this computer, or like another site.
  ['https://localhost.evil.example/', 'site', 'localhost.evil.example'],
  ['https://127.0.0.1.evil.example/', 'site', '127.0.0.1.evil.example'],
  ['https://claude.ai@evil.example/', 'site', 'evil.example'],
  ['https://сlaude.ai/', 'site', 'xn--laude-0ye.ai'],
  ['http://evil.example/', 'site', 'http://evil.example'],
])('%s leads to: %s %s', (redirectUri, kind, name) => {
  expect(returnPlace(redirectUri)).toEqual({ kind, name });
});
