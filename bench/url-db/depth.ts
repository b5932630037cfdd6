import { median } from '../shared/median.ts';
import type { Served } from '../shared/served.ts';
import { createCaller } from './call.ts';
import { listPath } from './paths.ts';

const size = 100;

/** The time of the first page of 100, and of the one by cursor after `depth` nodes, in milliseconds. */
export async function pageTimes(
  { url }: Served,
  depth: number,
): Promise<{ readonly first: number; readonly deep: number }> {
  const { call, close } = createCaller(url, 1);
  const read = async (place: string) =>
    JSON.parse(await call(listPath(size, place))) as { next_cursor: string };
  let place = 'page=1';
  for (let passed = 0; passed < depth; passed += size)
    place = `cursor=${encodeURIComponent((await read(place)).next_cursor)}`;
  const times: Record<'first' | 'deep', number[]> = { first: [], deep: [] };
  for (let round = 0; round < 400; round++) {
    const which = round % 2 ? 'first' : 'deep';
    const began = performance.now();
    await call(listPath(size, which === 'first' ? 'page=1' : place));
    times[which].push(performance.now() - began);
  }
  close();
  return { first: median(times.first), deep: median(times.deep) };
}
