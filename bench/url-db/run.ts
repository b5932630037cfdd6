// url-db with a million nodes in a thousand domains, as it ships, over HTTP, on SQLite and on PostgreSQL side by side, in one
// run: `node bench/url-db/run.ts [--nodes 1000000] [--assert]`. Beside it, on the same data: a LIKE scan, a bare node:http
// that looks a node up in the same file, and a Node that does nothing.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@jeonbo/store/testing';
import { createCorpus, type QuestionKind, questionKinds } from '@jeonbo/url-db/testing';
import { buildApp, bundleProgram } from '../shared/app.ts';
import type { Line } from '../shared/line.ts';
import { median } from '../shared/median.ts';
import { measure } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import { type Served, serve } from '../shared/served.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';
import { createCaller } from './call.ts';
import { pageTimes } from './depth.ts';
import { firstAnswer, nothing } from './first-answer.ts';
import { timeLikeOnPostgres, timeLikeOnSqlite } from './like.ts';
import { moveTo } from './move.ts';
import { listPath } from './paths.ts';
import { serveUrlDb } from './place.ts';
import { lostByThree } from './several-processes.ts';

const { values: options } = parseArgs({
  options: { nodes: { type: 'string', default: '1000000' }, assert: { type: 'boolean' } },
});
const nodes = Number(options.nodes);
/** Searches a second of one kind, and how many of them. */
const rate = 100;
const searches = 2000;
const rounds = 8;
const gets = 20_000;

/** Milliseconds of a search at the fixed rate, 99 of 100. */
const mostSearch = 20;
/** Of the time of a LIKE scan. */
const mostOfLike = 0.01;
/** 0.85 of the floor's gets. */
const mostOfFloor = 1.18;
const mostOfFirstPage = 1.5;
/** Microseconds a row: 9,000 rows a second. */
const mostRow = 111;
/** Milliseconds to the first answer. */
const mostStart = 150;
/** Megabytes. */
const mostRss = 200;

interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly rate: number;
}

const folder = mkdtempSync(join(tmpdir(), 'jeonbo-url-db-'));
const [loadProgram, searchProgram, getProgram, mixedProgram, floorProgram] = (await Promise.all(
  ['load', 'search', 'get', 'mixed', 'floor'].map((name) =>
    bundleProgram(`url-db/${name}`, folder),
  ),
)) as [string, string, string, string, string];
const bin = buildApp('url-db', folder);
const file = join(folder, 'million.sqlite');
const postgres = await startPostgres();

const search = (served: Served, kind: QuestionKind, perSecond: number, first: number) =>
  measure<Times>(searchProgram, served.url, kind, `${perSecond}`, `${searches}`, `${first}`);

async function searchTimes(served: Served, name: string) {
  const advance = progress(`url-db: kinds of searches on ${name}`, questionKinds.length);
  const rows: { kind: QuestionKind; fixed: Times; fast: Times }[] = [];
  for (const [index, kind] of questionKinds.entries()) {
    // What was never asked before, so that nothing of it is warm but the index itself.
    const fixed = await search(served, kind, rate, 0);
    const fast = await search(served, kind, 0, searches);
    rows.push({ kind, fixed, fast });
    advance(index + 1);
  }
  return rows;
}

async function sampleKeys({ url }: Served, count: number): Promise<string[]> {
  const { call, close } = createCaller(url, 1);
  const pages = Array.from(
    { length: count / 20 },
    (_, index) => 1 + index * Math.floor(nodes / count),
  );
  const keys: string[] = [];
  for (const page of pages) {
    const answer = JSON.parse(await call(listPath(20, `page=${page}`)));
    for (const { composite_id } of (answer as { nodes: { composite_id: string }[] }).nodes)
      keys.push(composite_id);
  }
  close();
  return keys;
}

async function getRates(served: Served) {
  const floor = await serve({}, floorProgram, file);
  const keys = await sampleKeys(served, 200);
  const sides = [served, floor];
  const rates: number[][] = [[], []];
  for (let round = 0; round < rounds + 1; round++)
    for (const side of round % 2 ? [1, 0] : [0, 1]) {
      const { url } = sides[side] as Served;
      const { rate } = await measure<{ rate: number }>(getProgram, url, '16', `${gets}`, ...keys);
      // The first round warms up.
      if (round > 0) rates[side]?.push(rate);
    }
  await floor.stop();
  return { ours: median(rates[0] ?? []), floor: median(rates[1] ?? []) };
}

/** Megabytes: the most that the process ever had, after 32 connections did all sorts of things for half a minute. */
async function busyRss(served: Served): Promise<{ readonly rss: number; readonly calls: number }> {
  const first = `${nodes + 200_000}`;
  const { calls } = await measure<{ calls: number }>(mixedProgram, served.url, '32', '30', first);
  const status = readFileSync(`/proc/${served.process.pid}/status`, 'utf8');
  return { rss: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1000, calls };
}

function searchRows(name: string, rows: Awaited<ReturnType<typeof searchTimes>>): string[][] {
  const ms = (value: number) => value.toFixed(1);
  return rows.map(({ kind, fixed, fast }) => [
    `${name}: ${kind}`,
    ms(fixed.p50),
    ms(fixed.p99),
    ms(fixed.worst),
    String(Math.round(fast.rate)),
    ms(fast.p99),
  ]);
}

/** Targets of the searches: all kinds on SQLite, the Korean ones on PostgreSQL. */
function searchLines(
  name: string,
  rows: Awaited<ReturnType<typeof searchTimes>>,
  like: number,
): Line[] {
  const rare = rows.find(({ kind }) => kind === 'rare')?.fixed.p50 ?? Number.NaN;
  return [
    ...rows.map(({ kind, fixed }) => ({
      name: `${name}: ${kind}, p99 at ${rate} a second`,
      value: `${fixed.p99.toFixed(1)} ms`,
      atMost: name === 'SQLite' || !/english|rare/.test(kind) ? mostSearch : undefined,
    })),
    { name: `${name}: LIKE scan for a rare word`, value: `${like.toFixed(0)} ms` },
    {
      name: `${name}: rare word over HTTP, ratio to the scan`,
      value: (rare / like).toFixed(4),
      atMost: mostOfLike,
    },
  ];
}

const corpus = createCorpus();
const lines: Line[] = [{ name: 'versions', value: versions('pg') }];
const fileUrl = `file:${file}`;
try {
  // SQLite, filled over HTTP.
  let served = await serveUrlDb(bin, fileUrl);
  const { rates } = await measure<{ rates: number[] }>(loadProgram, served.url, '0', `${nodes}`);
  await served.stop();
  const lastRate = rates.at(-1) ?? Number.NaN;

  const starts = { ours: [] as number[], node: [] as number[] };
  for (let round = 0; round < 15; round++) {
    starts.node.push(await nothing());
    starts.ours.push(await firstAnswer(bin, fileUrl));
  }

  served = await serveUrlDb(bin, fileUrl);
  const onSqlite = await searchTimes(served, 'SQLite');
  const depth = nodes / 2;
  const pages = await pageTimes(served, depth);
  const getsOf = await getRates(served);
  const busy = await busyRss(served);
  await served.stop();
  const likeOnSqlite = timeLikeOnSqlite(file);
  const lost = await lostByThree(bin, fileUrl, loadProgram, {
    from: nodes + 300_000,
    each: 20_000,
  });

  // PostgreSQL, moved there.
  const postgresUrl = await postgres.createDatabase();
  const moveSeconds = await moveTo(bin, fileUrl, postgresUrl);
  served = await serveUrlDb(bin, postgresUrl);
  const onPostgres = await searchTimes(served, 'PostgreSQL');
  const postgresPages = await pageTimes(served, depth);
  const more = await measure<{ rates: number[] }>(
    loadProgram,
    served.url,
    `${nodes + 400_000}`,
    '20000',
  );
  await served.stop();
  const likeOnPostgres = await timeLikeOnPostgres(postgresUrl);

  const row = 1e6 / lastRate;
  lines.push(
    {
      name: 'nodes',
      value: `${nodes.toLocaleString('en')} in ${corpus.domainNames.length} domains`,
    },
    { name: 'batch-create on SQLite, rows/s by tenth', value: rates.join(', ') },
    {
      name: 'SQLite: a row of batch-create, last tenth',
      value: `${row.toFixed(0)} µs (${lastRate} rows/s)`,
      atMost: mostRow,
    },
    ...searchLines('SQLite', onSqlite, likeOnSqlite),
    {
      name: `SQLite: page at depth ${depth.toLocaleString('en')} by cursor`,
      value: `${pages.deep.toFixed(2)} ms, the first ${pages.first.toFixed(2)} ms`,
    },
    {
      name: 'SQLite: ratio of both',
      value: (pages.deep / pages.first).toFixed(2),
      atMost: mostOfFirstPage,
    },
    {
      name: 'point get',
      value: `${Math.round(getsOf.ours)} a second, floor: bare node:http ${Math.round(getsOf.floor)}`,
    },
    {
      name: 'point get: time, ratio',
      value: (getsOf.floor / getsOf.ours).toFixed(2),
      atMost: mostOfFloor,
    },
    {
      name: 'start to first answer',
      value: `${median(starts.ours).toFixed(0)} ms, Node alone ${median(starts.node).toFixed(0)} ms`,
      atMost: mostStart,
    },
    {
      name: 'RSS, the most under 32 connections',
      value: `${busy.rss.toFixed(0)} MB (${busy.calls} calls in 30 s)`,
      atMost: mostRss,
    },
    { name: 'lost by three processes, of 60,000', value: String(lost), atMost: 0 },
    { name: 'migrate --to postgres', value: `${moveSeconds.toFixed(0)} s` },
    ...searchLines('PostgreSQL', onPostgres, likeOnPostgres),
    {
      name: `PostgreSQL: page at depth ${depth.toLocaleString('en')} by cursor`,
      value: `${postgresPages.deep.toFixed(2)} ms, the first ${postgresPages.first.toFixed(2)} ms`,
    },
    {
      name: 'PostgreSQL: ratio of both',
      value: (postgresPages.deep / postgresPages.first).toFixed(2),
      atMost: mostOfFirstPage,
    },
    { name: 'PostgreSQL: batch-create', value: `${more.rates.at(-1)} rows/s` },
  );
  show(lines, [
    [
      'searches over HTTP, ms',
      `p50 at ${rate}/s`,
      'p99',
      'worst',
      'as fast as it goes, a second',
      'p99',
    ],
    ...searchRows('SQLite', onSqlite),
    ...searchRows('PostgreSQL', onPostgres),
  ]);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
