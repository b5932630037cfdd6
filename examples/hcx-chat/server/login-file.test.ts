import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { openLoginFile } from './login-file.ts';

let path: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-hcx-chat-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  path = join(folder, 'state/jeonbo/hcx-chat.json');
});

const tokens = { access_token: 'a', token_type: 'Bearer', refresh_token: 'r' };

it('keeps the logins of servers apart, in a file for its owner only', () => {
  const file = openLoginFile(path, 'https://a.example/mcp');
  expect(file.read()).toEqual({});
  file.change({ tokens });
  openLoginFile(path, 'https://b.example/mcp').change({ client: { client_id: 'b' }, port: 1 });
  // Another chat beside this one renews.
  openLoginFile(path, 'https://a.example/mcp').change({ tokens: { ...tokens, access_token: 'n' } });
  expect(file.read()).toEqual({ tokens: { ...tokens, access_token: 'n' } });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(path, '..'))).toEqual(['hcx-chat.json']);
});

it('narrows who may read a file that stood open, and begins anew where it is broken', () => {
  const file = openLoginFile(path, 'https://a.example/mcp');
  file.change({ tokens });
  rmSync(path);
  writeFileSync(path, '{"https://a.exa', { mode: 0o644 });
  expect(file.read()).toEqual({});
  file.change({ tokens });
  expect(file.read()).toEqual({ tokens });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
