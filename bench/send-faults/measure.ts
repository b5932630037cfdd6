import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bench } from '../shared/paths.ts';
import { startCountingServer } from './counting-server.ts';
import { type FaultName, faults } from './faults.ts';
import { type SubjectName, subjects } from './subjects/index.ts';
import type { Told } from './told.ts';

/** One send by one library into one fault. */
export interface Sent extends Told {
  readonly subject: SubjectName;
  readonly fault: FaultName;
  /** When each POST arrived, in milliseconds after the first one. */
  readonly arrivals: readonly number[];
}

const program = join(bench, 'send-faults/subject-program.ts');
/** What is still on its way when the caller has its answer would be counted too. */
const settleMs = 300;

/** Every fault so many times, one after the other, with a server and a process for this library alone. */
export async function measure(
  subject: SubjectName,
  rounds: number,
  timeoutMs: number,
): Promise<Sent[]> {
  await using server = await startCountingServer(subjects[subject].provider);
  const child = fork(program, [subject, server.url, String(timeoutMs)]);
  try {
    await once(child, 'message');
    const all: Sent[] = [];
    for (const fault of Object.keys(faults) as FaultName[])
      for (let round = 0; round < rounds; round++) {
        server.expect(fault);
        const answered = once(child, 'message');
        child.send('send');
        const [told] = (await answered) as [Told];
        await new Promise((resolve) => setTimeout(resolve, settleMs));
        all.push({ ...told, subject, fault, arrivals: server.arrivals() });
      }
    return all;
  } finally {
    child.kill();
  }
}
