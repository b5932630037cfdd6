/** A name, and what became of its addresses. */
export interface Pin {
  readonly domain: string;
  /** What the server gets when it asks for the name. */
  readonly handedOut: readonly string[];
  /** Where it may connect, each with the look-up in which it was last seen. */
  readonly opened: ReadonlyMap<string, number>;
}

/** Look-ups for which an address stays open that is no longer answered: connections and caches outlive an answer. */
const keepRounds = 30;

/**
 * The pin after one more look-up. A new address is opened first and handed out by the next: the rules in the container
 * follow the file within seconds, and must never lag behind what the server is told.
 */
export function nextPin(before: Pin | undefined, domain: string, found: readonly string[]): Pin {
  if (before === undefined) {
    return { domain, handedOut: found, opened: new Map(found.map((address) => [address, 0])) };
  }
  const round = Math.max(...before.opened.values()) + 1;
  const known = found.filter((address) => before.opened.has(address));
  const opened = new Map([
    ...[...before.opened].filter(([, seen]) => round - seen <= keepRounds),
    ...found.map((address) => [address, round] as const),
  ]);
  return { domain, handedOut: known.length > 0 ? known : before.handedOut, opened };
}

/** The file in the form of /etc/hosts, and `#opened` for what container/egress-rules.sh lets through. */
export function hostsText(pins: readonly Pin[]): string {
  const lines = pins.flatMap(({ domain, handedOut, opened }) => [
    ...handedOut.map((address) => `${address} ${domain}`),
    ...[...opened.keys()].map((address) => `#opened ${address} ${domain}`),
  ]);
  return `127.0.0.1 localhost\n${lines.join('\n')}\n`;
}
