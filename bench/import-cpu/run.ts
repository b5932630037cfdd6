// CPU time of `import '@jeonbo/baas-client'`, built and laid out as installed, beside `import 'ky'`, and of
// `import '@jeonbo/twilio-client'` beside `import 'twilio'`:
// `node bench/import-cpu/run.ts [--assert]`. CPU and not wall time: it bears other work on the machine better.
//
// Our libraries import ky at their first request, so that a server which starts and waits does not pay for fetch, and
// `twilio` loads each of its APIs late too. The fairer figure is therefore the second one: everything that is loaded when
// the first request leaves, which for ours is mostly Node's own fetch. Beside `twilio` the target (a third) is on the
// import alone; the second figure is printed and has none.
import { join } from 'node:path';
import { layOut } from '../shared/lay-out.ts';
import { median } from '../shared/median.ts';
import { bench } from '../shared/paths.ts';
import { compile, measure } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';

const runs = 30;
const targets = { ky: 1.3, twilio: 0.33 } as const;
const subjects = {
  ky: ['ky'],
  client: ['@jeonbo/baas-client'],
  clientAndKy: ['@jeonbo/baas-client', 'ky'],
  twilio: ['twilio'],
  twilioMessages: ['./twilio-messages.js'],
  ourTwilio: ['@jeonbo/twilio-client'],
  ourTwilioAndKy: ['@jeonbo/twilio-client', 'ky'],
} as const;
interface Cost {
  readonly startMicros: number;
  readonly importMicros: number;
}
type Subject = keyof typeof subjects;
const names = Object.keys(subjects) as Subject[];

using packages = layOut('twilio');
const programs = await Promise.all(
  ['import', 'twilio-messages'].map((name) =>
    compile(join(bench, `import-cpu/${name}-program.ts`), packages.folder, name),
  ),
);
const [program = ''] = programs;

const millis = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
  Subject,
  number[]
>;
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
const ratio = (subject: Subject, peer: Subject) => (middle(subject) / middle(peer)).toFixed(2);
show([
  { name: 'versions', value: versions('ky', 'twilio') },
  { name: 'processes', value: `${runs} of each, in turn; median CPU of the import` },
  {
    name: 'start of Node itself',
    value: `${median(startMillis).toFixed(1)} ms, not counted below`,
  },
  { name: 'floor: ky', value: ms('ky') },
  { name: 'baas-client', value: ms('client') },
  { name: 'baas-client and ky', value: `${ms('clientAndKy')}, all that the first request needs` },
  { name: 'ratio at import', value: ratio('client', 'ky'), atMost: targets.ky },
  { name: 'ratio at the first request', value: ratio('clientAndKy', 'ky'), atMost: targets.ky },
  { name: 'twilio', value: ms('twilio') },
  {
    name: 'twilio and its messages',
    value: `${ms('twilioMessages')}, all that the first request needs`,
  },
  { name: 'twilio-client', value: ms('ourTwilio') },
  {
    name: 'twilio-client and ky',
    value: `${ms('ourTwilioAndKy')}, all that the first request needs`,
  },
  {
    name: 'ratio to twilio at import',
    value: ratio('ourTwilio', 'twilio'),
    atMost: targets.twilio,
  },
  {
    name: 'ratio to twilio at the first request',
    value: ratio('ourTwilioAndKy', 'twilioMessages'),
  },
]);
