// Our Twilio client against emulate 0.12.2 and against our sandbox, side by side: what each answers, and how fast:
// `node bench/emulate/run.ts [--assert]`. Node 24 or newer. Every cell is measured in this run; what stands in brackets is
// what Twilio documents, and the calculator is Twilio's sms-segments-calculator.
import { median } from '../shared/median.ts';
import { progress } from '../shared/progress.ts';
import { show } from '../shared/show.ts';
import { stayOnLoopback } from '../shared/stay-on-loopback.ts';
import { versions } from '../shared/versions.ts';
import { life } from './probes/life.ts';
import { many } from './probes/many.ts';
import { records } from './probes/records.ts';
import { refusals } from './probes/refusals.ts';
import { scheduling } from './probes/scheduling.ts';
import { segments } from './probes/segments.ts';
import { measureRates, type Rates } from './rate.ts';
import { type SideName, startSide } from './side.ts';

const sides = ['emulate', 'sandbox'] as const satisfies readonly SideName[];
const rounds = 7;
const probes = { ...life, ...refusals, ...segments, ...scheduling, ...records };

stayOnLoopback();

/** One after the other, as they count what is there. */
async function probe(name: SideName): Promise<string[]> {
  await using side = await startSide(name);
  const found: string[] = [];
  for (const ask of Object.values(probes)) found.push(await ask(side));
  await using fresh = await startSide(name);
  return [...found, await many(fresh)];
}

process.stderr.write(`emulate: ${Object.keys(probes).length + 1} probes of each …\n`);
const found = await Promise.all(sides.map(probe));
const rows = [...Object.keys(probes), '5,100 requests, one after the other'].map((what, row) => [
  what,
  ...found.map((cells) => cells[row] ?? ''),
]);

const rates: Record<SideName, Rates[]> = { emulate: [], sandbox: [] };
const advance = progress('emulate: servers', rounds * sides.length);
for (let round = 0, done = 0; round < rounds; round++)
  // In turn, so that neither always follows the other.
  for (const name of round % 2 ? sides.toReversed() : sides) {
    await using side = await startSide(name);
    rates[name].push(await measureRates(side));
    advance(++done);
  }

const kinds = { send: 'send', sendByClient: 'send by our client', fetch: 'fetch', list: 'list 50' };
const all = (name: SideName, kind: keyof Rates) => rates[name].map((round) => round[kind]);
const whole = (value: number) => Math.round(value).toLocaleString('en');
const speed = (Object.keys(kinds) as (keyof Rates)[]).map((kind) => [
  `requests/s: ${kinds[kind]}`,
  ...sides.map((name) => {
    const values = all(name, kind);
    const span = [Math.min(...values), Math.max(...values)].map(whole).join(' to ');
    return `${whole(median(values))} (${span})`;
  }),
]);
const ratio = (kind: keyof Rates) => median(all('sandbox', kind)) / median(all('emulate', kind));

show(
  [
    { name: 'versions', value: versions('emulate', 'twilio', 'sms-segments-calculator') },
    {
      name: 'requests/s',
      value: `8 at a time; median (slowest to fastest) of ${rounds} fresh servers of each, in turn, with their defaults`,
    },
    ...(Object.keys(kinds) as (keyof Rates)[]).map((kind) => ({
      name: `sandbox to emulate: ${kinds[kind]}`,
      value: ratio(kind).toFixed(2),
    })),
  ],
  [['', ...sides], ...rows, ...speed],
);
