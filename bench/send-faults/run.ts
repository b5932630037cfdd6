// How many POSTs of one send leave when something goes wrong, and what the caller is told: ours beside `twilio` (as it
// comes, and with its autoRetry) and `solapi`, each against a real counting server on loopback:
// `node bench/send-faults/run.ts [--assert]`.
//
// A server that has read the body may have sent the message, so every POST after a reset, a 503 or silence may be one
// more message on somebody's phone. Only a 429 says that nothing was processed, and Twilio promises it.
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';
import { type FaultName, faults } from './faults.ts';
import { measure, type Sent } from './measure.ts';
import { type SubjectName, subjects } from './subjects/index.ts';

const rounds = 5;
const timeoutMs = 1000;
const names = Object.keys(subjects) as SubjectName[];
const rows = Object.keys(faults) as FaultName[];

process.stderr.write(`send-faults: ${rounds} sends into each of ${rows.length} faults …\n`);
const sent = (await Promise.all(names.map((name) => measure(name, rounds, timeoutMs)))).flat();

const of = (fault: FaultName, subject: SubjectName) =>
  sent.filter((one) => one.fault === fault && one.subject === subject);
const distinct = (values: readonly string[]) => [...new Set(values)];
const most = (all: readonly Sent[]) => Math.max(...all.map(({ arrivals }) => arrivals.length));

/** `1, DELIVERY_UNKNOWN`; where the sends differ, `3 to 4, 20429 (4 of 5), sent (1 of 5)`. */
function cell(all: readonly Sent[]): string {
  const least = Math.min(...all.map(({ arrivals }) => arrivals.length));
  const posts = least === most(all) ? `${least}` : `${least} to ${most(all)}`;
  const codes = distinct(all.map(({ code }) => code));
  const share = (code: string) =>
    ` (${all.filter((one) => one.code === code).length} of ${rounds})`;
  return [posts, ...codes.map((code) => code + (codes.length > 1 ? share(code) : ''))].join(', ');
}

const words = rows.flatMap((fault) =>
  names.flatMap((name) => {
    const said = distinct(of(fault, name).flatMap((one) => one.words || []));
    return said.length > 0 ? [{ name: `${fault}: ${name}`, value: said.join(' / ') }] : [];
  }),
);
const limit = '429, Retry-After: 1';
const waits = (['twilio-client', 'twilio, autoRetry'] as const).map((name) => {
  const gaps = of(limit, name).flatMap(({ arrivals: [, second] }) => second ?? []);
  const span = distinct([Math.min(...gaps), Math.max(...gaps)].map((gap) => gap.toFixed(0)));
  return { name: `${limit}: second POST of ${name}`, value: `after ${span.join(' to ')} ms` };
});
/** Twilio says of a 429 that it was not processed, so one more POST is not one more message. */
const allowed = (fault: FaultName, name: SubjectName) =>
  fault === limit && name === 'twilio-client' ? 2 : 1;
const targets = rows.flatMap((fault) =>
  (['twilio-client', 'baas-client'] as const).map((name) => ({
    name: `POSTs of ${name}: ${fault}`,
    value: String(most(of(fault, name))),
    atMost: allowed(fault, name),
  })),
);

show(
  [
    { name: 'versions', value: versions('twilio', 'solapi', 'undici') },
    {
      name: 'in the table',
      value: `POSTs of one send that arrived, and the code that the caller gets; ${rounds} sends each`,
    },
    {
      name: 'time-out',
      value: `${timeoutMs} ms; solapi has none: Node's own (300 s) made that short`,
    },
    ...targets,
    ...waits,
    ...words,
  ],
  [['', ...names], ...rows.map((fault) => [fault, ...names.map((name) => cell(of(fault, name)))])],
);
