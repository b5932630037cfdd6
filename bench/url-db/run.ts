// url-db with a million nodes in a thousand domains, as it ships, over HTTP, on SQLite and on PostgreSQL side by side, in one
// run: `node bench/url-db/run.ts [--nodes 1000000] [--assert]`. Beside it, on the same data: a LIKE scan, a bare node:http
// that looks a node up in the same file, and a Node that does nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@jeonbo/store/testing';
import { createCorpus } from '../../apps/url-db/src/testing/corpus.ts';
import { buildApp, bundleProgram } from '../shared/app.ts';
import type { Line } from '../shared/line.ts';
import { median } from '../shared/median.ts';
import { measure } from '../shared/program.ts';
import { serve } from '../shared/served.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';
import { pageTimes } from './depth.ts';
import { firstAnswer, nothing } from './first-answer.ts';
import { getRates } from './gets.ts';
import { timeLikeOnPostgres, timeLikeOnSqlite } from './like.ts';
import { busyMemory } from './memory.ts';
import { moveTo } from './move.ts';
import { serveUrlDb } from './place.ts';
import { searchColumns, searchLines, searchRows, searchTimes } from './searches.ts';
import { lostByThree } from './several-processes.ts';

const { values: options } = parseArgs({
  options: {
    nodes: { type: 'string', default: '1000000' },
    assert: { type: 'boolean', default: false },
  },
});
const nodes = Number(options.nodes);
const depth = nodes / 2;
/** Nodes of the corpus that are not in the first load. */
const others = { memory: nodes, three: nodes + 200_000, postgres: nodes + 300_000 };

/** Microseconds a row: 9,000 rows a second. */
const mostRow = 111;
/** Of the time of a get of the floor: 0.85 of its gets a second. */
const mostOfFloor = 1.18;
/** Of the time of the first page. */
const mostOfFirstPage = 1.5;
/** Milliseconds. */
const mostStart = 150;
/** Megabytes. */
const mostMemory = 200;

const folder = mkdtempSync(join(tmpdir(), 'jeonbo-url-db-'));
const program = (name: string) => bundleProgram(`url-db/${name}`, folder);
const loadProgram = await program('load');
const searchProgram = await program('search');
const bin = buildApp('url-db', folder);
const file = join(folder, 'million.sqlite');
const postgres = await startPostgres();

async function onSqlite(url: string): Promise<{ lines: Line[]; rows: string[][] }> {
  let served = await serveUrlDb(bin, url);
  const { rates } = await measure<{ rates: number[] }>(loadProgram, served.url, '0', `${nodes}`);
  await served.stop();

  const starts: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < 15; round++) {
    floors.push(await nothing());
    starts.push(await firstAnswer(bin, url));
  }

  served = await serveUrlDb(bin, url);
  const times = await searchTimes(searchProgram, served, 'SQLite');
  const pages = await pageTimes(served, depth);
  const floor = await serve({}, await program('floor'), file);
  const [ours, bare] = await getRates(await program('get'), [served, floor], nodes);
  await floor.stop();
  const memory = await busyMemory(await program('mixed'), served, others.memory);
  await served.stop();
  const like = timeLikeOnSqlite(file);
  const lost = await lostByThree(bin, url, loadProgram, { from: others.three, each: 20_000 });

  const lastRate = rates.at(-1) ?? Number.NaN;
  return {
    rows: searchRows('SQLite', times),
    lines: [
      ...searchLines('SQLite', times, like),
      ...pageLines('SQLite', pages),
      {
        name: 'SQLite: batch-create, 1000 rows at a time, each tenth of the load',
        value: `${rates.join(', ')} rows/s`,
      },
      {
        name: 'SQLite: a row of it, in the last tenth',
        value: `${(1e6 / lastRate).toFixed(0)} µs`,
        atMost: mostRow,
      },
      {
        name: 'SQLite: point gets',
        value: `${ours.toFixed(0)} a second; floor: bare node:http ${bare.toFixed(0)}`,
      },
      {
        name: 'SQLite: time of a point get, ratio',
        value: (bare / ours).toFixed(2),
        atMost: mostOfFloor,
      },
      {
        name: 'SQLite: start to first answer',
        value: `${median(starts).toFixed(0)} ms; floor: Node alone ${median(floors).toFixed(0)} ms`,
        atMost: mostStart,
      },
      {
        name: 'SQLite: RSS, the most under 32 connections',
        value: `${memory.rss.toFixed(0)} MB, in ${memory.calls} calls`,
        atMost: mostMemory,
      },
      { name: 'SQLite: lost by three processes, of 60,000 rows', value: `${lost}`, atMost: 0 },
    ],
  };
}

async function onPostgres(from: string): Promise<{ lines: Line[]; rows: string[][] }> {
  const url = await postgres.createDatabase();
  const moveSeconds = await moveTo(bin, from, url);
  const served = await serveUrlDb(bin, url);
  const times = await searchTimes(searchProgram, served, 'PostgreSQL');
  const pages = await pageTimes(served, depth);
  const given = [served.url, `${others.postgres}`, '20000'];
  const { rates } = await measure<{ rates: number[] }>(loadProgram, ...given);
  await served.stop();
  const like = await timeLikeOnPostgres(url);
  return {
    rows: searchRows('PostgreSQL', times),
    lines: [
      ...searchLines('PostgreSQL', times, like),
      ...pageLines('PostgreSQL', pages),
      { name: 'PostgreSQL: batch-create', value: `${median(rates).toFixed(0)} rows/s` },
      { name: 'PostgreSQL: migrate --to', value: `${moveSeconds.toFixed(0)} s` },
    ],
  };
}

function pageLines(
  engine: string,
  { first, deep }: { readonly first: number; readonly deep: number },
): Line[] {
  return [
    {
      name: `${engine}: a page by cursor at depth ${depth.toLocaleString('en')}`,
      value: `${deep.toFixed(2)} ms; the first page ${first.toFixed(2)} ms`,
    },
    {
      name: `${engine}: ratio of both`,
      value: (deep / first).toFixed(2),
      atMost: mostOfFirstPage,
    },
  ];
}

try {
  const url = `file:${file}`;
  const sqlite = await onSqlite(url);
  const moved = await onPostgres(url);
  show(
    [
      { name: 'versions', value: `${versions('pg')}, PostgreSQL with fsync off` },
      {
        name: 'nodes',
        value: `${nodes.toLocaleString('en')} in ${createCorpus().domainNames.length} domains`,
      },
      ...sqlite.lines,
      ...moved.lines,
    ],
    [searchColumns, ...sqlite.rows, ...moved.rows],
  );
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
