import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { storeMigrations } from '../migrations/store-migrations.ts';
import { testEngines } from '../testing/engines.ts';
import { useStores } from '../testing/store-fixture.ts';
import { openDatabase } from './open-database.ts';

describe.each(testEngines)('a database on %s', (name, start) => {
  const stores = useStores(start);
  const open = async () => {
    const url = await stores.createDatabase();
    const database = await openDatabase(url);
    await database.query('CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT, size BIGINT)');
    return { url, database };
  };

  it('takes values by place and gives numbers, texts and null', async () => {
    const { database } = await open();
    const big = 2 ** 52 + 1;
    await database.query('INSERT INTO things VALUES (?, ?, ?)', [1, "it's ?", big]);
    await database.query('INSERT INTO things VALUES (?, ?, ?)', [2, null, 0]);
    expect(await database.query('SELECT * FROM things ORDER BY id')).toEqual([
      { id: 1, name: "it's ?", size: big },
      { id: 2, name: null, size: 0 },
    ]);
    expect(await database.query('SELECT COUNT(*) AS count FROM things')).toEqual([{ count: 2 }]);
    await database.close();
  });

  it('keeps all of a transaction or nothing', async () => {
    const { database } = await open();
    const fault = new Error('ours');
    const failed = database.transaction(async (transaction) => {
      await transaction.query("INSERT INTO things (id, name) VALUES (1, 'a')");
      throw fault;
    });
    await expect(failed).rejects.toBe(fault);
    expect(await database.query('SELECT id FROM things')).toEqual([]);
    const done = database.transaction(async (transaction) => {
      await transaction.query("INSERT INTO things (id, name) VALUES (2, 'a')");
      return 'done';
    });
    expect(await done).toBe('done');
    expect(await database.query('SELECT id FROM things')).toEqual([{ id: 2 }]);
    await database.close();
  });

  it('lets no other statement into an open transaction', async () => {
    const { url, database } = await open();
    const other = await openDatabase(url);
    await database.query('INSERT INTO things (id, size) VALUES (1, 0)');
    const increment = (connection: typeof database) =>
      connection.transaction(async (transaction) => {
        await transaction.lock('size');
        const [row] = await transaction.query<{ size: number }>('SELECT size FROM things');
        await new Promise(setImmediate);
        await transaction.query('UPDATE things SET size = ?', [(row?.size ?? 0) + 1]);
      });
    const connections = Array.from({ length: 20 }, (_, index) => (index % 2 ? database : other));
    await Promise.all(connections.map(increment));
    expect(await database.query('SELECT size FROM things')).toEqual([{ size: 20 }]);
    await other.close();
    await database.close();
  });

  it('says what went wrong in our words, naming DATABASE_URL', async () => {
    const { database } = await open();
    await expect(database.query('SELECT nothing FROM nowhere')).rejects.toMatchObject({
      name: 'JeonboError',
      code: 'INTERNAL_ERROR',
      message: expect.stringContaining('DATABASE_URL'),
    });
    await database.close();
    await database.close();
  });

  it('refuses a database of a newer program', async () => {
    const { url, database } = await open();
    await database.query("UPDATE jeonbo_schema SET version = 99 WHERE name = 'store'");
    await database.close();
    await expect(openDatabase(url)).rejects.toMatchObject({
      code: 'NOT_SUPPORTED',
      details: { version: 99, known: storeMigrations.migrations.length },
    });
  });

  it('runs each step once, and nothing of a set whose step fails', async () => {
    const url = await stores.createDatabase();
    const first = () => ['CREATE TABLE first_table (id INTEGER)'];
    const second = () => ['CREATE TABLE second_table (id INTEGER)'];
    const set = (...migrations: (() => string[])[]) => ({
      migrations: { name: 'ours', migrations },
    });
    await (await openDatabase(url, set(first))).close();
    const broken = set(first, second, () => ['CREATE TABLE first_table (id INTEGER)']);
    await expect(openDatabase(url, broken)).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
    const database = await openDatabase(url, set(first, second));
    expect(await database.query('SELECT * FROM second_table')).toEqual([]);
    expect(await database.query('SELECT name, version FROM jeonbo_schema')).toEqual([
      { name: 'ours', version: 2 },
    ]);
    await database.close();
  });

  it('names its engine', async () => {
    const { database } = await open();
    expect(database.engine).toBe(name);
    await database.close();
  });
});

describe('a SQLite file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jeonbo-open-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('can be read by its owner only, and so can its folder', async () => {
    const path = join(folder, 'a', 'b', 'store.sqlite');
    const database = await openDatabase(`file:${path}`);
    const mode = async (name: string) => (await stat(name)).mode & 0o777;
    expect(await mode(join(folder, 'a', 'b'))).toBe(0o700);
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(await mode(file)).toBe(0o600);
    await database.close();
  });

  it('that others could read is made private, with what stands beside it', async () => {
    const path = join(folder, 'copied.sqlite');
    const first = await openDatabase(`file:${path}`);
    const files = [path, `${path}-wal`, `${path}-shm`];
    for (const file of files) await chmod(file, 0o664);
    const second = await openDatabase(`file:${path}`);
    for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600);
    await second.close();
    await first.close();
  });

  it('is set up to be safe: write-ahead log, whole flushes, foreign keys', async () => {
    const database = await openDatabase(`file:${join(folder, 'pragmas.sqlite')}`);
    expect(await database.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await database.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await database.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await database.close();
  });

  it('lets the program go on while another connection holds the lock', async () => {
    const url = `file:${join(folder, 'busy.sqlite')}`;
    const [one, two] = [await openDatabase(url), await openDatabase(url)];
    const gate = Promise.withResolvers<void>();
    const order: string[] = [];
    const held = one.transaction(async () => {
      await gate.promise;
      order.push('one');
    });
    const waiting = two.transaction(async () => {
      order.push('two');
    });
    // Timers still run here: with SQLite's own busy time-out this process would stand still.
    setTimeout(() => gate.resolve(), 20);
    await Promise.all([held, waiting]);
    expect(order).toEqual(['one', 'two']);
    await one.close();
    await two.close();
  });

  it('that is no database is refused, and left as it is', async () => {
    const path = join(folder, 'notes.txt');
    await writeFile(
      path,
      'these are notes, and long enough to have a header of SQLite '.repeat(20),
    );
    await expect(openDatabase(`file:${path}`)).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      field: 'DATABASE_URL',
    });
    expect(await readFile(path, 'utf8')).toContain('notes');
  });

  it('in a place that cannot be is told with its path', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');
    await expect(openDatabase(`file:${path}/store.sqlite`)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining(path),
    });
  });

  it('below a folder that takes no other is told with its path', async () => {
    // Linux alone has this one; elsewhere nobody may make it.
    const path = '/proc/nothing/here/store.sqlite';
    const error = await openDatabase(`file:${path}`).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'JeonboError',
      field: 'DATABASE_URL',
      message: expect.stringContaining(path),
    });
  });

  it('warns of nothing experimental', async () => {
    const warn = vi.spyOn(process, 'emitWarning');
    await (await openDatabase(`file:${join(folder, 'quiet.sqlite')}`)).close();
    expect(warn).not.toHaveBeenCalled();
    expect(process.emitWarning).toBe(warn);
    warn.mockRestore();
  });
});

describe('a PostgreSQL address', () => {
  const [, start] = testEngines[1] ?? [];
  if (!start) throw new Error('no PostgreSQL');
  const stores = useStores(start);

  it('with a wrong password is refused without showing it', async () => {
    const url = new URL(await stores.createDatabase());
    url.password = 'hunter2-secret';
    const error = await openDatabase(url.href).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'AUTHENTICATION_FAILED',
      message: expect.stringContaining(`DATABASE_URL (postgres://${url.host}${url.pathname})`),
    });
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2');
  });

  it('where nothing listens is told as such', async () => {
    const url = 'postgres://user:hunter2@127.0.0.1:1/jeonbo';
    const error = await openDatabase(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', retryable: true });
    expect(String(error)).not.toContain('hunter2');
  });

  it('of a database that is not there is told as such', async () => {
    const url = new URL(await stores.createDatabase());
    url.pathname = '/nothing_here';
    await expect(openDatabase(url.href)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('goes on after the server cut its connections', async () => {
    const url = await stores.createDatabase();
    const [one, two] = [await openDatabase(url), await openDatabase(url)];
    const cut =
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()';
    const running = one.transaction(async (transaction) => {
      await two.query(cut);
      await transaction.query('SELECT 1');
    });
    await expect(running).rejects.toMatchObject({ code: 'NETWORK_ERROR', retryable: true });
    expect(await one.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await one.close();
    await two.close();
  });

  it('of a server that ends a connection as soon as it is made is told as such', async () => {
    // Said in one piece, so that the driver reads the end before anybody can have been given the connection.
    const message = (type: string, body: string) => {
      const content = Buffer.from(body, 'latin1');
      const head = Buffer.alloc(5, type);
      head.writeInt32BE(content.length + 4, 1);
      return Buffer.concat([head, content]);
    };
    const ending = Buffer.concat([
      message('R', '\0\0\0\0'),
      message('Z', 'I'),
      message('E', 'SFATAL\0C57P01\0Mterminating connection\0\0'),
    ]);
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(ending));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const opening = openDatabase(`postgres://user@127.0.0.1:${port}/name`);
    await expect(opening).rejects.toMatchObject({ code: 'NETWORK_ERROR', retryable: true });
    server.close();
    await once(server, 'close');
  });
});
