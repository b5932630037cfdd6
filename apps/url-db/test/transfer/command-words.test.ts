import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@jeonbo/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { run } from './support/run.ts';

let folder: string;
let database: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'url-db-words-'));
  database = `file:${join(folder, 'store.sqlite')}`;
  const store = await openStore(database);
  await store.createDomain({ name: 'tech', description: null });
  await store.close();
  await writeFile(join(folder, 'taken.sqlite'), 'mine');
});
afterAll(() => rm(folder, { recursive: true }));

// `%` stands for the folder.
test.each([
  ['import %', '% is a folder, not a file.\n', '% 파일이 아니라 폴더입니다.\n'],
  ['import %/none.csv', 'There is no file %/none.csv.\n', '%/none.csv 파일이 없습니다.\n'],
  [
    'export %/none/all.csv',
    expect.stringMatching(/^%\/none\/all\.csv\S*: no such file or folder\n$/),
    expect.stringMatching(/^%\/none\/all\.csv\S*: 파일이나 폴더가 없습니다\n$/),
  ],
  ['export --domain none', 'There is no domain none.\n', 'none 도메인이 없습니다.\n'],
  [
    'backup %/taken.sqlite',
    '%/taken.sqlite exists already; a backup overwrites nothing.\n',
    '%/taken.sqlite 파일이 이미 있습니다. 백업은 덮어쓰지 않습니다.\n',
  ],
  [
    'backup %/none/copy.sqlite',
    expect.stringMatching(/^%\/none\/copy\.sqlite\S*: no such file or folder\n$/),
    expect.stringMatching(/^%\/none\/copy\.sqlite\S*: 파일이나 폴더가 없습니다\n$/),
  ],
  [
    'migrate --to file:%/store.sqlite',
    'The database of --to is not empty. Nothing was moved.\n',
    '--to의 데이터베이스가 비어 있지 않습니다. 옮긴 것이 없습니다.\n',
  ],
  [
    'migrate --to mysql://host/name',
    '--to is neither file:… nor postgres://…: mysql://host/name\n',
    '--to is neither file:… nor postgres://…: mysql://host/name\n',
  ],
  [
    'migrate --to postgres://me:hunter2@127.0.0.1:1/x',
    'The database at --to (postgres://127.0.0.1:1/x) does not answer. [ECONNREFUSED]\n',
    '데이터베이스에 연결하지 못했습니다.\nThe database at --to (postgres://127.0.0.1:1/x) does not answer. [ECONNREFUSED]\n',
  ],
])('%s fails in words, and with 1', async (line, en, ko) => {
  const argv = line.replaceAll('%', folder).split(' ');
  for (const [language, words] of [['en', en] as const, ['ko', ko] as const]) {
    const failed = await run(argv, { database, settings: { JEONBO_LANG: language } });
    const stderr = failed.stderr.replaceAll(folder, '%');
    expect({ ...failed, stderr }).toEqual({ code: 1, stdout: '', stderr: words });
  }
});

test('a database that does not open is told with DATABASE_URL', async () => {
  const failed = await run(['export'], { database: 'file:/proc/nothing/store.sqlite' });
  expect(failed).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^The database at DATABASE_URL \(file:\/proc\/nothing.*\n$/),
  });
});

test('a backup of PostgreSQL is left to its own tools', async () => {
  const postgres = await startPostgres();
  const there = await postgres.createDatabase();
  const failed = await run(['backup', join(folder, 'copy')], {
    database: there,
    settings: { JEONBO_LANG: 'ko' },
  });
  expect(failed).toMatchObject({
    code: 1,
    stderr: 'PostgreSQL 백업은 PostgreSQL의 도구로 합니다: pg_dump "$DATABASE_URL" > url-db.sql\n',
  });
  await postgres.stop();
});

test.each(['import', 'export', 'backup', 'migrate'])('%s --help is the help', async (name) => {
  const help = await run([name, '--help'], { database });
  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining(`url-db ${name}`) });
  expect(await run([name, 'a', '-h'], { database })).toEqual(help);
});

test('an interrupted migration moves nothing, and says so', async () => {
  const target = `file:${join(folder, 'target.sqlite')}`;
  const stopped = await run(['migrate', '--to', target], {
    database,
    signal: AbortSignal.abort(),
  });
  expect(stopped).toEqual({ code: 1, stdout: '', stderr: 'Interrupted. Nothing was moved.\n' });
  expect(await run(['migrate', '--to', target], { database })).toMatchObject({ code: 0 });
});
