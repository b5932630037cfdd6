// Stands for docker and podman: notes what it was asked, and runs the real server with what a container would have.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { constants } from 'node:os';

const [log, bin, ...words] = process.argv.slice(2);
const { FAKE_DOWN, FAKE_NO_IMAGE, FAKE_PROGRAM } = process.env;
const note = (entry) => appendFileSync(log, `${JSON.stringify(entry)}\n`);
note({ words });

function fail(message) {
  process.stderr.write(`warning: something else\n${message}\n`);
  process.exit(1);
}

const action = words[0];
if (action === 'version' || action === 'info') {
  if (FAKE_DOWN) fail('Cannot connect to the daemon.');
} else if (action === 'image') {
  if (FAKE_NO_IMAGE) fail('No such image.');
} else if (action === 'run') {
  const names = words.filter((word) => word.startsWith('--env=')).map((word) => word.slice(6));
  const environment = Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  note({ environment });
  const image = words.findIndex((word) => word.startsWith('localhost/'));
  const program = words
    .slice(image + 2)
    .map((word) => word.replace('/opt/jeonbo/dist/bin.js', bin));
  const child = spawn(process.execPath, FAKE_PROGRAM ? ['-e', FAKE_PROGRAM] : program, {
    env: { PATH: process.env.PATH, ...environment },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      note({ signal });
      child.kill(signal);
    });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
