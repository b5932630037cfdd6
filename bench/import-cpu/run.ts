// CPU time of `import '@jeonbo/baas-client'`, built and laid out as installed, beside `import 'ky'`:
// `node bench/import-cpu/run.ts [--assert]`. CPU and not wall time: it bears other work on the machine better.
//
// The library imports ky at its first request, so that a server which starts and waits does not pay for fetch. The
// fair figure is therefore the second one: everything that is loaded when the first request leaves.
import { join } from 'node:path';
import { layOut } from '../shared/lay-out.ts';
import { median } from '../shared/median.ts';
import { bench } from '../shared/paths.ts';
import { compile, measure } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';

const runs = 30;
const target = 1.3;
const subjects = {
  ky: ['ky'],
  client: ['@jeonbo/baas-client'],
  clientAndKy: ['@jeonbo/baas-client', 'ky'],
} as const;
interface Cost {
  readonly startMicros: number;
  readonly importMicros: number;
}
type Subject = keyof typeof subjects;
const names = Object.keys(subjects) as Subject[];

using packages = layOut();
const program = await compile(
  join(bench, 'import-cpu/import-program.ts'),
  packages.folder,
  'import-program',
);

const millis: Record<Subject, number[]> = { ky: [], client: [], clientAndKy: [] };
const startMillis: number[] = [];
const advance = progress('import-cpu: processes', runs * names.length);
for (let run = -1, done = 0; run < runs; run++) {
  // Each round begins with another one, so that none always follows the same.
  for (let place = 0; place < names.length; place++) {
    const subject = names[(run + 1 + place) % names.length] as Subject;
    const { startMicros, importMicros } = await measure<Cost>(program, ...subjects[subject]);
    // The first round fills the file system's cache.
    if (run < 0) continue;
    startMillis.push(startMicros / 1000);
    millis[subject].push(importMicros / 1000);
    advance(++done);
  }
}

const middle = (subject: Subject) => median(millis[subject]);
const ms = (subject: Subject) =>
  `${middle(subject).toFixed(1)} ms (fastest ${Math.min(...millis[subject]).toFixed(1)})`;
const ratio = (subject: Subject) => (middle(subject) / middle('ky')).toFixed(2);
show([
  { name: 'versions', value: versions('ky') },
  { name: 'processes', value: `${runs} of each, in turn; median CPU of the import` },
  {
    name: 'start of Node itself',
    value: `${median(startMillis).toFixed(1)} ms, not counted below`,
  },
  { name: 'floor: ky', value: ms('ky') },
  { name: 'baas-client', value: ms('client') },
  { name: 'baas-client and ky', value: `${ms('clientAndKy')}, all that the first request needs` },
  { name: 'ratio at import', value: ratio('client'), atMost: target },
  { name: 'ratio at the first request', value: ratio('clientAndKy'), atMost: target },
]);
