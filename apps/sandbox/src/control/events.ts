import type { Clock } from '../clock.ts';
import type { SandboxEvent } from '../contract.ts';
import type { MessageLog } from '../messages/message-log.ts';

const encoder = new TextEncoder();
/** Written at once; a slow reader gets the newest state of a message, not every step of its way. */
const mostPerChunk = 200;
const keepAliveMs = 15_000;

/**
 * The log as server-sent events. The id of an event is the number of the change it tells, after the name of this run:
 * `Last-Event-ID` then resumes with what changed since. Only ids of changed messages wait for the reader, so a slow
 * one costs no memory.
 */
export function eventStream(
  log: MessageLog,
  clock: Clock,
  run: string,
  lastEventId: string | null,
  closing: AbortSignal,
): Response {
  const changed = new Set<number>();
  let resetDue = false;
  let wake: (() => void) | undefined;
  let stop: () => void = () => {};

  const since = resumePoint(log, run, lastEventId);
  if (since === 'start') resetDue = lastEventId !== null;
  if (since !== 'live') {
    const after = since === 'start' ? 0 : since;
    const missed = [...log.all()].filter(({ change }) => change > after);
    missed.sort((a, b) => a.change - b.change);
    for (const { message } of missed) changed.add(message.id);
  }

  const unsubscribe = log.subscribe((event) => {
    if (event.type === 'reset') {
      changed.clear();
      resetDue = true;
    } else {
      // To the end: the newest change comes last, and an id that was told is never ahead of one that was not.
      changed.delete(event.message.id);
      changed.add(event.message.id);
    }
    wake?.();
  });

  function takeChunk(): string {
    let chunk = '';
    if (resetDue) chunk += write(`${run}-${log.position().lastReset}`, { type: 'reset' });
    resetDue = false;
    let count = 0;
    for (const id of changed) {
      if (count === mostPerChunk) break;
      count += 1;
      changed.delete(id);
      const entry = log.get(id);
      if (entry)
        chunk += write(`${run}-${entry.change}`, { type: 'message', message: entry.message });
    }
    return chunk;
  }

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        stop();
        controller.close();
        wake?.();
      };
      stop = () => {
        unsubscribe();
        closing.removeEventListener('abort', end);
      };
      closing.addEventListener('abort', end, { once: true });
      // Says at once that the stream is open, and where it stands: a reader that breaks off before the first event
      // must still be able to resume.
      const from = since === 'live' ? log.position().change : since === 'start' ? 0 : since;
      controller.enqueue(encoder.encode(`retry: 1000\nid: ${run}-${from}\n\n`));
      if (closing.aborted) end();
    },
    async pull(controller) {
      let chunk = takeChunk();
      if (chunk === '') {
        await nextChange(clock, (call) => {
          wake = call;
        });
        wake = undefined;
        if (closing.aborted) return;
        chunk = takeChunk() || ': still here\n\n';
      }
      controller.enqueue(encoder.encode(chunk));
    },
    cancel() {
      stop();
      wake?.();
    },
  });

  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** Where a reader goes on: after a change, from the start because that is unknown here, or with what comes now. */
function resumePoint(
  log: MessageLog,
  run: string,
  lastEventId: string | null,
): number | 'start' | 'live' {
  if (lastEventId === null) return 'live';
  const [, ofRun, number] = /^(.+)-(\d+)$/.exec(lastEventId) ?? [];
  const { change, lastReset } = log.position();
  const known = ofRun === run && Number(number) >= lastReset && Number(number) <= change;
  return known ? Number(number) : 'start';
}

function write(id: string, event: SandboxEvent): string {
  return `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Ends with the next change, or after a while: a comment keeps proxies from closing a quiet stream. */
function nextChange(clock: Clock, onWake: (call: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.setTimer(resolve, keepAliveMs);
    onWake(() => {
      cancel();
      resolve();
    });
  });
}
