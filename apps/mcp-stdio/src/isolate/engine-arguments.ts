import type { EngineName } from './engine.ts';

export interface Mount {
  readonly source: string;
  readonly target: string;
  readonly mode: 'ro' | 'rw';
}

/** A container, before it is words. */
export interface Container {
  readonly engine: EngineName;
  readonly image: string;
  /** What runs in it; empty: what the image says. */
  readonly command: readonly string[];
  /** Names only: an argument is for everybody on this machine to read (`ps`). */
  readonly environment: readonly string[];
  readonly mounts: readonly Mount[];
  /** Whether it may reach anything at all. */
  readonly network: boolean;
  /** Packages that are installed at start, and run from what is else closed to programs. */
  readonly installs: boolean;
  /** Whether the engine is not run by root: podman then maps this user to the same one inside. */
  readonly rootless: boolean;
}

/**
 * The words after `docker` or `podman`. Of the capabilities NET_ADMIN lays the egress rules and the three others get
 * rid of root; the server has none of them (container/entrypoint.sh).
 */
export function engineArguments(container: Container): readonly string[] {
  const { engine, image, command, environment, mounts, network, installs, rootless } = container;
  return [
    ...['run', '--rm', '--interactive', '--pull=never'],
    '--read-only',
    '--cap-drop=ALL',
    ...['NET_ADMIN', 'SETUID', 'SETGID', 'SETPCAP'].map((name) => `--cap-add=${name}`),
    '--security-opt=no-new-privileges',
    ...(engine === 'podman' && rootless ? ['--userns=keep-id', '--user=0:0'] : []),
    `--tmpfs=/tmp:rw,nosuid,nodev,${installs ? 'exec,size=512m' : 'noexec,size=64m'},mode=1777`,
    '--pids-limit=64',
    ...[`--memory=${installs ? '1g' : '256m'}`, `--memory-swap=${installs ? '1g' : '256m'}`],
    // Texts and numbers pass through stdout; the engine would keep them in a file.
    '--log-driver=none',
    // The server finishes running calls first (30 s).
    '--stop-timeout=35',
    `--network=${network ? 'bridge' : 'none'}`,
    ...mounts.map(mountArgument),
    ...(installs ? ['--workdir=/tmp'] : []),
    ...environment.map((name) => `--env=${name}`),
    image,
    ...command,
  ];
}

function mountArgument({ source, target, mode }: Mount): string {
  const readOnly = mode === 'ro' ? ',readonly' : '';
  return `--mount=type=bind,source=${source},target=${target}${readOnly}`;
}
