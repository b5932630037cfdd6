import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

/** Where Twilio publishes the contract that its own CLI is made from. */
const source = '@twilio/cli-core@9.0.0';
const file = 'package/src/services/twilio-api/twilio_api_v2010.json';
const sha256 = '170b3ccd0f891416840083d72f1795b1499b14a18d4873fd2b39f47ef84642d6';

const cache = join(import.meta.dirname, '../../../node_modules/.cache/twilio-openapi');
const cached = join(cache, `${sha256.slice(0, 16)}.json`);

/**
 * Twilio's OpenAPI of api v2010, as it is published: taken from the npm registry once and kept under `node_modules`. It is
 * not ours to commit.
 *
 * @throws where the registry is out of reach and nothing is kept, or the file is another one
 */
export async function loadOpenApi(): Promise<unknown> {
  const kept = await readFile(cached).catch(() => undefined);
  if (kept && digest(kept) === sha256) return JSON.parse(kept.toString());
  const taken = await takeFromRegistry();
  if (digest(taken) !== sha256) throw new Error(`${file} of ${source} is not the one we know.`);
  return JSON.parse(taken.toString());
}

async function takeFromRegistry(): Promise<Buffer> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'pack-'));
  try {
    await promisify(execFile)('npm', ['pack', source, '--pack-destination', folder, '--silent'], {
      shell: process.platform === 'win32',
    });
    const [archive = ''] = await readdir(folder);
    const bytes = fileInTar(gunzipSync(await readFile(join(folder, archive))), file);
    // Other test processes may read meanwhile: a rename shows all of it or nothing.
    await writeFile(join(folder, 'taken'), bytes);
    await rename(join(folder, 'taken'), cached);
    return bytes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One file of a tar archive: blocks of 512 bytes, a header with name and octal size before each file. */
function fileInTar(archive: Buffer, name: string): Buffer {
  const text = (start: number, end: number) =>
    archive.subarray(start, end).toString('latin1').replace(/\0.*$/s, '');
  for (let at = 0; at < archive.length; ) {
    const size = Number.parseInt(text(at + 124, at + 136), 8) || 0;
    const start = at + 512;
    if (text(at, at + 100) === name) return archive.subarray(start, start + size);
    at = start + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${name} is not in the archive.`);
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
