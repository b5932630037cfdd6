// What a browser downloads for @jeonbo/baas-client and everything that it needs, beside ky, and ky with zod/mini and
// one small schema: `node bench/bundle-size/run.ts [--assert]`.
import { layOut } from '../shared/lay-out.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';
import { bundle } from './bundle.ts';

using packages = layOut('zod');
const measure = (code: string) => bundle(code, packages.folder);

const client = await measure(`export { createBaasClient } from '@jeonbo/baas-client';`);
const everything = await measure(`export * from '@jeonbo/baas-client';`);
const ky = await measure(`export { default } from 'ky';`);
const kyAndZod = await measure(`
  import ky from 'ky';
  import * as z from 'zod/mini';
  const answer = z.object({ data: z.object({ group_id: z.number() }) });
  export const send = async (url, json) => answer.parse(await ky.post(url, { json }).json());
`);

const kb = ({ gzipKb }: { gzipKb: number }) => `${gzipKb.toFixed(1)} kB gzip`;
show([
  { name: 'versions', value: versions('ky', 'zod', 'esbuild') },
  { name: 'createBaasClient', value: kb(client), atMost: 20 },
  { name: 'everything exported', value: kb(everything) },
  {
    name: 'Node built-ins',
    value: [everything.builtins.length, ...everything.builtins].join(' '),
    atMost: 0,
  },
  { name: 'floor: ky', value: kb(ky) },
  { name: 'floor: ky and zod/mini', value: kb(kyAndZod) },
  { name: 'ratio to ky', value: (client.gzipKb / ky.gzipKb).toFixed(2) },
  { name: 'ratio to ky and zod/mini', value: (client.gzipKb / kyAndZod.gzipKb).toFixed(2) },
]);
