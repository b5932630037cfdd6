// What a browser downloads for our clients and everything that they need, @jeonbo/baas-client beside ky, and ky with
// zod/mini and one small schema; @jeonbo/twilio-client beside `twilio`, and what each of both takes on the disk:
// `node bench/bundle-size/run.ts [--assert]`.
//
// `twilio` does not run in a browser: Node built-ins are missing there, and the browser's build of axios is in it. So both
// are compared as bundles for Node, where both run; the one for a browser is printed too.
import { layOut } from '../shared/lay-out.ts';
import type { Line } from '../shared/line.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';
import { bundle } from './bundle.ts';
import { installedSize } from './installed-size.ts';

using packages = layOut('zod', 'twilio');
const measure = (code: string, platform?: 'node') => bundle(code, packages.folder, platform);
const kb = ({ gzipKb }: { gzipKb: number }) => `${gzipKb.toFixed(1)} kB gzip`;

const ky = await measure(`export { default } from 'ky';`);
const kyAndZod = await measure(`
  import ky from 'ky';
  import * as z from 'zod/mini';
  const answer = z.object({ data: z.object({ group_id: z.number() }) });
  export const send = async (url, json) => answer.parse(await ky.post(url, { json }).json());
`);

/** One of ours: what most apps import, and all of it. */
async function sizeOf(name: string, factory: string, atMost: number) {
  const client = await measure(`export { ${factory} } from '${name}';`);
  const everything = await measure(`export * from '${name}';`);
  const { length } = everything.builtins;
  const lines: Line[] = [
    { name: factory, value: kb(client), atMost },
    { name: `${name}: everything exported`, value: kb(everything) },
    {
      name: `${name}: Node built-ins`,
      value: [length, ...everything.builtins].join(' '),
      atMost: 0,
    },
  ];
  return { client, lines };
}

const baas = await sizeOf('@jeonbo/baas-client', 'createBaasClient', 20);
const ours = await sizeOf('@jeonbo/twilio-client', 'createTwilioClient', 20.5);
const oursForNode = await measure(
  `export { createTwilioClient } from '@jeonbo/twilio-client';`,
  'node',
);
const theirs = await measure(`export { default } from 'twilio';`);
const theirsForNode = await measure(`export { default } from 'twilio';`, 'node');
const ourDisk = installedSize('@jeonbo/twilio-client');
const theirDisk = installedSize('twilio');
const disk = ({ bytes, packages }: ReturnType<typeof installedSize>) =>
  `${(bytes / 1e6).toFixed(2)} MB in ${packages.length} packages`;

show([
  { name: 'versions', value: versions('ky', 'zod', 'twilio', 'esbuild') },
  ...baas.lines,
  { name: 'floor: ky', value: kb(ky) },
  { name: 'floor: ky and zod/mini', value: kb(kyAndZod) },
  { name: 'ratio to ky', value: (baas.client.gzipKb / ky.gzipKb).toFixed(2) },
  { name: 'ratio to ky and zod/mini', value: (baas.client.gzipKb / kyAndZod.gzipKb).toFixed(2) },
  ...ours.lines,
  { name: 'createTwilioClient, for Node', value: kb(oursForNode) },
  { name: 'twilio, for Node', value: kb(theirsForNode) },
  {
    name: 'ratio of both for Node',
    value: (oursForNode.gzipKb / theirsForNode.gzipKb).toFixed(3),
    atMost: 1 / 20,
  },
  {
    name: 'twilio, for a browser',
    value: `${kb(theirs)}, without the ${theirs.builtins.length} Node built-ins that it needs`,
  },
  {
    name: 'ratio of both for a browser',
    value: (ours.client.gzipKb / theirs.gzipKb).toFixed(3),
  },
  { name: '@jeonbo/twilio-client installed', value: disk(ourDisk) },
  { name: 'twilio installed', value: disk(theirDisk) },
  {
    name: 'ratio installed',
    value: (ourDisk.bytes / theirDisk.bytes).toFixed(3),
    atMost: 1 / 10,
  },
]);
