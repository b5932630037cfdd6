import { type QuestionKind, questionKinds } from '../../apps/url-db/src/testing/corpus.ts';
import type { Line } from '../shared/line.ts';
import { measure } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import type { Served } from '../shared/served.ts';

/** Searches a second of one kind, and how many of them. */
const rate = 100;
const count = 2000;

/** Milliseconds of a search at that rate, 99 of 100. */
const most = 20;
/** Of the time of a LIKE scan. */
const mostOfLike = 0.01;

/** Milliseconds, and how many were answered in a second. */
interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly rate: number;
}

export interface KindTimes {
  readonly kind: QuestionKind;
  readonly fixed: Times;
  readonly fast: Times;
}

/** Each kind at the fixed rate, and then, for other words, as fast as it goes. */
export async function searchTimes(
  program: string,
  { url }: Served,
  engine: string,
): Promise<readonly KindTimes[]> {
  const search = (kind: QuestionKind, perSecond: number, first: number) =>
    measure<Times>(program, url, kind, `${perSecond}`, `${count}`, `${first}`);
  const advance = progress(`url-db: kinds of searches on ${engine}`, questionKinds.length);
  const times: KindTimes[] = [];
  for (const kind of questionKinds) {
    times.push({ kind, fixed: await search(kind, rate, 0), fast: await search(kind, 0, count) });
    advance(times.length);
  }
  return times;
}

export const searchColumns = [
  'searches over HTTP, ms',
  `p50 at ${rate}/s`,
  'p99',
  'worst',
  'a second, as fast as it goes',
  'p99',
];

export function searchRows(engine: string, times: readonly KindTimes[]): string[][] {
  const ms = (value: number) => value.toFixed(1);
  return times.map(({ kind, fixed, fast }) => [
    `${engine}: ${kind}`,
    ms(fixed.p50),
    ms(fixed.p99),
    ms(fixed.worst),
    String(Math.round(fast.rate)),
    ms(fast.p99),
  ]);
}

/** @param like milliseconds of the scan for a rare word on the same data */
export function searchLines(
  engine: 'SQLite' | 'PostgreSQL',
  times: readonly KindTimes[],
  like: number,
): Line[] {
  const rare = times.find(({ kind }) => kind === 'rare')?.fixed.p50 ?? Number.NaN;
  const hasTarget = (kind: QuestionKind) => engine === 'SQLite' || !/english|rare/.test(kind);
  return [
    ...times.map(({ kind, fixed }) => ({
      name: `${engine}: ${kind}, p99 at ${rate} a second`,
      value: `${fixed.p99.toFixed(1)} ms`,
      ...(hasTarget(kind) && { atMost: most }),
    })),
    { name: `${engine}: a LIKE scan for a rare word`, value: `${like.toFixed(0)} ms` },
    {
      name: `${engine}: a rare word over HTTP, ratio to the scan`,
      value: (rare / like).toFixed(4),
      atMost: mostOfLike,
    },
  ];
}
