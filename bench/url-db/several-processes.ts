import { measure } from '../shared/program.ts';
import { createCaller } from './call.ts';
import { listPath } from './paths.ts';
import { serveUrlDb } from './place.ts';

/** Three servers on one database, each given as many nodes at the same time. @returns what was said to be saved and is not there */
export async function lostByThree(
  bin: string,
  databaseUrl: string,
  loadProgram: string,
  { from, each }: { readonly from: number; readonly each: number },
): Promise<number> {
  const three = await Promise.all([1, 2, 3].map(() => serveUrlDb(bin, databaseUrl)));
  const [{ url } = { url: '' }] = three;
  const { call, close } = createCaller(url, 1);
  const count = async () =>
    (JSON.parse(await call(listPath(1, 'page=1'))) as { total_count: number }).total_count;
  const before = await count();
  const saved = await Promise.all(
    three.map((served, index) =>
      measure<{ created: number }>(loadProgram, served.url, `${from + index * each}`, `${each}`),
    ),
  );
  const told = saved.reduce((sum, { created }) => sum + created, 0);
  const lost = told - ((await count()) - before);
  close();
  await Promise.all(three.map((served) => served.stop()));
  return lost;
}
