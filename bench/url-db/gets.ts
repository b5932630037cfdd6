import { median } from '../shared/median.ts';
import { measure } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import type { Served } from '../shared/served.ts';
import { createCaller } from './call.ts';
import { listPath } from './paths.ts';

const rounds = 8;
const gets = 20_000;
const connections = 16;
const keys = 200;

/** Gets a second of each side, the median of rounds in turn; the first side knows the keys. */
export async function getRates(
  program: string,
  sides: readonly [Served, Served],
  nodes: number,
): Promise<readonly [number, number]> {
  const sample = await sampleKeys(sides[0], nodes);
  const rates: [number[], number[]] = [[], []];
  const advance = progress('url-db: rounds of gets', rounds);
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const side of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
      const given = [sides[side].url, `${connections}`, `${gets}`, ...sample];
      const { rate } = await measure<{ rate: number }>(program, ...given);
      if (round > 0) rates[side].push(rate);
    }
    advance(round);
  }
  return [median(rates[0]), median(rates[1])];
}

/** Keys from all over the list. */
async function sampleKeys({ url }: Served, nodes: number): Promise<string[]> {
  const { call, close } = createCaller(url, 1);
  const sample: string[] = [];
  for (let index = 0; index < keys; index++) {
    const page = 1 + Math.floor((index * nodes) / keys);
    const { nodes: found } = JSON.parse(await call(listPath(1, `page=${page}`))) as {
      nodes: readonly { readonly composite_id: string }[];
    };
    sample.push(...found.map(({ composite_id }) => composite_id));
  }
  close();
  return sample;
}
