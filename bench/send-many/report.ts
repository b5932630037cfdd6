import { readFileSync } from 'node:fs';

/** What a program tells the one that started it. */
export interface Report {
  readonly sent: number;
  readonly seconds: number;
  /** The most memory the process held, when a tenth was sent and at the end. */
  readonly peakMbAtTenth: number;
  readonly peakMb: number;
}

export function createMeter(count: number) {
  const started = performance.now();
  let sent = 0;
  let peakMbAtTenth = 0;
  return {
    add(recipients: number): void {
      sent += recipients;
      process.stderr.write(`${sent}\n`);
      if (!peakMbAtTenth && sent >= count / 10) peakMbAtTenth = peakMb();
    },
    report(): void {
      const seconds = (performance.now() - started) / 1000;
      const report: Report = { sent, seconds, peakMbAtTenth, peakMb: peakMb() };
      process.stdout.write(JSON.stringify(report));
    },
  };
}

function peakMb(): number {
  return peakKb() / 1024;
}

/** On Linux `maxRSS` starts with what the parent process held when it forked; `VmHWM` is of this process alone. */
function peakKb(): number {
  try {
    const [, kb] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kb) return Number(kb);
  } catch {}
  return process.resourceUsage().maxRSS;
}
