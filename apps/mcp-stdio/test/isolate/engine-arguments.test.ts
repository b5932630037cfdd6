import { expect, it } from 'vitest';
import { type Container, engineArguments } from '../../src/isolate/engine-arguments.ts';

const container: Container = {
  engine: 'docker',
  image: 'localhost/jeonbo-mcp:1.2.3',
  command: ['node', '/opt/jeonbo/dist/bin.js', 'twilio'],
  environment: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  mounts: [
    { source: '/tmp/pins/hosts', target: '/etc/hosts', mode: 'ro' },
    { source: '/home/kim/data', target: '/home/kim/data', mode: 'rw' },
  ],
  network: true,
  installs: false,
  rootless: true,
};

it('docker', () => {
  expect(engineArguments(container)).toMatchInlineSnapshot(`
    [
      "run",
      "--rm",
      "--interactive",
      "--pull=never",
      "--read-only",
      "--cap-drop=ALL",
      "--cap-add=NET_ADMIN",
      "--cap-add=SETUID",
      "--cap-add=SETGID",
      "--cap-add=SETPCAP",
      "--security-opt=no-new-privileges",
      "--tmpfs=/tmp:rw,nosuid,nodev,noexec,size=64m,mode=1777",
      "--pids-limit=64",
      "--memory=256m",
      "--memory-swap=256m",
      "--log-driver=none",
      "--stop-timeout=35",
      "--network=bridge",
      "--mount=type=bind,source=/tmp/pins/hosts,target=/etc/hosts,readonly",
      "--mount=type=bind,source=/home/kim/data,target=/home/kim/data",
      "--env=TWILIO_ACCOUNT_SID",
      "--env=TWILIO_AUTH_TOKEN",
      "localhost/jeonbo-mcp:1.2.3",
      "node",
      "/opt/jeonbo/dist/bin.js",
      "twilio",
    ]
  `);
});

it('podman without root keeps the user, and starts as root of its own namespace', () => {
  const words = engineArguments({ ...container, engine: 'podman' });
  const added = words.filter((word) => !engineArguments(container).includes(word));
  expect(added).toEqual(['--userns=keep-id', '--user=0:0']);
  const rootful = engineArguments({ ...container, engine: 'podman', rootless: false });
  expect(rootful).toEqual(engineArguments(container));
});

it('has no network where nothing may be reached', () => {
  expect(engineArguments({ ...container, network: false })).toContain('--network=none');
});

it('gives room to what is installed at start', () => {
  const words = engineArguments({ ...container, installs: true }).join(' ');
  expect(words).toContain('--tmpfs=/tmp:rw,nosuid,nodev,exec,size=512m');
  expect(words).toContain('--memory=1g --memory-swap=1g');
  expect(words).toContain('--read-only --cap-drop=ALL');
});
