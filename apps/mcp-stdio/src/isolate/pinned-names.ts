import type { LookupAddress } from 'node:dns';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPublicAddress } from '@jeonbo/server';
import { hostsText, nextPin, type Pin } from './hosts-file.ts';
import { IsolateError, type Problem } from './problem.ts';
import type { RuntimePermission } from './runtime-permission.ts';

/** As `lookup` of node:dns/promises. */
export type Lookup = (
  name: string,
  options: { readonly all: true; readonly family: 4 },
) => Promise<readonly LookupAddress[]>;

/** The allowed names with their addresses, in a file that becomes the container's /etc/hosts. */
export interface PinnedNames extends AsyncDisposable {
  readonly path: string;
  /** Looks all names up again. What cannot be looked up keeps its addresses, and is told. */
  refresh(onProblem: (domain: string, reason: string) => void): Promise<void>;
}

type Domain = Extract<RuntimePermission, { kind: 'domain' }>;

/** A mounted file is the same file for ever, so it is written in place: at one length, in one write, never cut short. */
const fileLength = 16_384;

/** @throws IsolateError where a name has no address, or one that is not public */
export async function pinNames(
  granted: readonly RuntimePermission[],
  lookup: Lookup,
): Promise<PinnedNames> {
  const domains = granted.filter((permission) => permission.kind === 'domain');
  const pins = new Map<string, Pin>();
  const problems: Problem[] = [];
  for (const domain of domains) await pin(domain).catch((problem) => problems.push(problem));
  if (problems.length > 0) throw new IsolateError(problems);

  async function pin({ domain, port }: Domain): Promise<void> {
    const found = await addressesOf(domain, port, lookup);
    pins.set(domain, nextPin(pins.get(domain), domain, found));
  }

  // The folder is this user's alone; the file in it is read by root in the container, who is somebody else there.
  const folder = await mkdtemp(join(tmpdir(), 'jeonbo-isolate-'));
  const path = join(folder, 'hosts');
  const file = await open(path, 'w');
  await file.chmod(0o644);
  const write = () => file.write(hostsText([...pins.values()]).padEnd(fileLength, '\n'), 0);
  await write();
  return {
    path,
    async refresh(onProblem) {
      for (const domain of domains)
        await pin(domain).catch(({ code }: Problem) => onProblem(domain.domain, code));
      await write().catch((error: Error) => onProblem(path, error.message));
    },
    async [Symbol.asyncDispose]() {
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @throws Problem */
async function addressesOf(
  domain: string,
  port: number,
  lookup: Lookup,
): Promise<readonly string[]> {
  const answers = await lookup(domain, { all: true, family: 4 }).catch(
    (error: NodeJS.ErrnoException) => {
      throw notFound(domain, error.code ?? error.message);
    },
  );
  const addresses = answers.map(({ address }) => address);
  if (addresses.length === 0) throw notFound(domain, 'ENODATA');
  const inside = addresses.find((address) => !isPublicAddress(address));
  if (inside !== undefined) {
    const values = { value: inside, port: String(port) };
    throw { code: 'NAME_NOT_PUBLIC', field: domain, values } satisfies Problem;
  }
  return addresses;
}

function notFound(domain: string, reason: string): Problem {
  return { code: 'NAME_NOT_FOUND', field: domain, values: { reason } };
}
