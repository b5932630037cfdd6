import type { Fault, StandingFault } from '../contract.ts';
import { parseFault } from './parse-fault.ts';

export type FaultList = ReturnType<typeof createFaultList>;

/** The faults that wait for a request, oldest first: of several that fit, the oldest is used up before the next. */
export function createFaultList() {
  let faults: StandingFault[] = [];
  let nextId = 1;

  return {
    add(input: unknown): number {
      const fault = parseFault(input);
      const id = nextId;
      nextId += 1;
      faults.push({ ...fault, id, remaining: fault.times === undefined ? 1 : fault.times });
      return id;
    },
    /** The fault for a request, counted as used. */
    take(method: string, path: string): Fault | undefined {
      const index = faults.findIndex(
        (fault) =>
          (fault.path === undefined || path.startsWith(fault.path)) &&
          (fault.method === undefined || fault.method.toUpperCase() === method),
      );
      const fault = faults[index];
      if (fault === undefined || fault.remaining === null) return fault;
      if (fault.remaining > 1) faults[index] = { ...fault, remaining: fault.remaining - 1 };
      else faults.splice(index, 1);
      return fault;
    },
    all: (): readonly StandingFault[] => [...faults],
    /** Whether there was one with this id. */
    remove(id: number): boolean {
      const before = faults.length;
      faults = faults.filter((fault) => fault.id !== id);
      return faults.length < before;
    },
    clear(): void {
      faults = [];
    },
    load(saved: readonly StandingFault[]): void {
      faults = [...saved];
      nextId = Math.max(nextId, ...saved.map(({ id }) => id + 1));
    },
  };
}
