import type { Environment, Language } from '../types.ts';
import type { EngineName } from './engine.ts';
import type { Container, Mount } from './engine-arguments.ts';
import { type Manifest, ownPackage } from './manifest.ts';
import { mountsFor } from './mounts.ts';
import type { Requested } from './requested.ts';
import { type RuntimePermission, textOf } from './runtime-permission.ts';

/** What the launcher itself says: no setting of a person's. */
const alwaysTold = ['JEONBO_EGRESS', 'JEONBO_RUN_AS', 'JEONBO_LANG'];

export interface ContainerParts {
  readonly manifest: Manifest;
  readonly own: Requested;
  readonly granted: readonly RuntimePermission[];
  readonly engine: EngineName;
  readonly image: string;
  readonly environment: Environment;
  /** The locale stays outside, so what it says goes along. */
  readonly language: Language;
  /** Of the file that becomes /etc/hosts. */
  readonly hostsPath: string;
}

/** The container that what was granted makes, and the variables whose names it takes from the engine's environment. */
export function containerFor(parts: ContainerParts): {
  readonly container: Container;
  readonly variables: Environment;
} {
  const { manifest, own, granted, engine, image, environment, language, hostsPath } = parts;
  const user = serverUser();
  const reach = granted.filter(({ kind }) => kind === 'domain' || kind === 'host').map(textOf);
  const variables: Record<string, string | undefined> = {
    ...environment,
    ...own.settings,
    JEONBO_LANG: language,
    JEONBO_EGRESS: reach.join(' '),
    JEONBO_RUN_AS: user,
  };
  const hosts: Mount = { source: hostsPath, target: '/etc/hosts', mode: 'ro' };
  const container: Container = {
    engine,
    image,
    command: commandOf(manifest),
    environment: [...namesOf(own, granted, variables), ...alwaysTold],
    mounts: [hosts, ...mountsFor(granted, { ledger: own.ledger, code: manifest.code_mount, user })],
    network: reach.length > 0,
    installs: !isOwn(manifest),
    rootless: process.getuid?.() !== 0,
  };
  return { container, variables };
}

function isOwn(manifest: Manifest): boolean {
  return manifest.package === ownPackage && manifest.exec_command === undefined;
}

function commandOf(manifest: Manifest): readonly string[] {
  const { exec_command, registry } = manifest;
  if (exec_command !== undefined)
    return ['sh', '-c', manifest.code_mount ? `cd /code && ${exec_command}` : exec_command];
  if (isOwn(manifest)) return ['node', '/opt/jeonbo/dist/bin.js', 'twilio'];
  return registry === 'npm' ? ['npx', '--yes', manifest.package] : ['uvx', manifest.package];
}

/** DATABASE_URL goes with the folder that it names: without it the ledger is one of the container's own. */
function namesOf(
  { ledger }: Requested,
  granted: readonly RuntimePermission[],
  variables: Environment,
): readonly string[] {
  const names = granted.flatMap((one) =>
    one.kind === 'env' && variables[one.name] && !alwaysTold.includes(one.name) ? one.name : [],
  );
  if (ledger === undefined) return names;
  const hasFolder = granted.some((one) => one.kind === 'path' && one.path === ledger);
  const others = names.filter((name) => name !== 'DATABASE_URL');
  return hasFolder ? [...others, 'DATABASE_URL'] : others;
}

/** The user whose files are mounted, so that the ledger stays theirs; never root. */
function serverUser(): string {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  return uid === 0 || gid === 0 ? '10001:10001' : `${uid}:${gid}`;
}
