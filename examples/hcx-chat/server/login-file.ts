import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoredOAuthClientInformation, StoredOAuthTokens } from '@modelcontextprotocol/client';
import { objectOf } from '../model/gather.ts';

/** What is kept of one server. */
interface Login {
  readonly client?: StoredOAuthClientInformation | undefined;
  readonly tokens?: StoredOAuthTokens | undefined;
  /** Of the redirect address that the client was registered with. */
  readonly port?: number | undefined;
}

export interface LoginFile {
  /** Read each time: another chat beside this one may have renewed the tokens. */
  read(): Login;
  change(login: Login): void;
}

/** Logins in a file that only its owner can read, one for each server. */
export function openLoginFile(path: string, server: string): LoginFile {
  function readAll(): Record<string, unknown> {
    try {
      return objectOf(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      // None yet, or not readable: a log-in makes a new one.
      return {};
    }
  }

  function write(all: Record<string, unknown>): void {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // A reader sees the old file or the new one, never half of it.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, path);
  }

  const read = (): Login => objectOf(readAll()[server]);
  return {
    read,
    change: (login) => write({ ...readAll(), [server]: { ...read(), ...login } }),
  };
}
