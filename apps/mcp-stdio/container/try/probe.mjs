// Stands where the server stands, and tries what it must not be able to do. One line each; exit 1 where one is wrong.
import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';

let wrong = 0;

function tell(what, is, should) {
  const right = should.test(is);
  if (!right) wrong += 1;
  process.stdout.write(`${right ? 'ok   ' : 'WRONG'} ${what}: ${is}\n`);
}

function reach(host, port) {
  const socket = connect({ host, port, timeout: 2000 });
  return new Promise((resolve) => {
    socket.once('connect', () => resolve('reached'));
    socket.once('timeout', () => resolve('no answer'));
    socket.once('error', ({ code }) => resolve(code));
  }).finally(() => socket.destroy());
}

function ask(address) {
  const socket = createSocket('udp4');
  const question = Buffer.from(
    '00010100000100000000000007' + '6578616d706c6503636f6d0000010001',
    'hex',
  );
  return new Promise((resolve) => {
    setTimeout(resolve, 2000, 'no answer').unref();
    socket.once('error', ({ code }) => resolve(code));
    socket.once('message', () => resolve('answered'));
    socket.connect(53, address, () => socket.send(question, () => {}));
  }).finally(() => socket.close());
}

const attempt = (work) => {
  try {
    work();
    return 'done';
  } catch ({ code }) {
    return code;
  }
};

const statusOf = (pid) =>
  Object.fromEntries(
    readFileSync(`/proc/${pid}/status`, 'utf8')
      .split('\n')
      .map((line) => line.split(/:\s+/, 2)),
  );

async function tryAll(closed) {
  tell('203.0.113.10:444', await reach('203.0.113.10', 444), closed);
  tell('203.0.113.20:443', await reach('203.0.113.20', 443), closed);
  tell('[2001:db8::10]:443', await reach('2001:db8::10', 443), closed);
  tell('DNS by UDP', await ask('203.0.113.53'), closed);
  tell('DNS by TCP', await reach('203.0.113.53', 53), closed);
}

if (process.argv[2] === 'before') {
  process.stdout.write('Without the rules\n');
  await tryAll(/^(reached|answered)$/);
  process.exit(wrong);
}

process.stdout.write('With them\n');
const closed = /^(EHOSTUNREACH|EACCES|ECONNREFUSED|ENETUNREACH|EPERM)$/;
const own = statusOf('self');
tell('user', own.Uid, /^(?!0\b)\d+\t(?!0\b)\d+\t(?!0\b)\d+/);
for (const name of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
  tell(name, own[name], /^0+$/);
tell('NoNewPrivs', own.NoNewPrivs, /^1$/);

tell('api.twilio.com:443', await reach('api.twilio.com', 443), /^reached$/);
await tryAll(closed);
const name = await lookup('example.com').then(
  () => 'answered',
  ({ code }) => code,
);
tell('a name that is not pinned', name, /^(ENOTFOUND|EAI_AGAIN)$/);

tell(
  'write /etc/hosts',
  attempt(() => writeFileSync('/etc/hosts', 'x')),
  /^(EACCES|EROFS)$/,
);
const flush = spawnSync('nft', ['flush', 'ruleset'], { encoding: 'utf8' });
tell(
  'remove the rules',
  flush.status === 0 ? 'done' : flush.stderr.trim().split('\n')[0],
  /not permitted/,
);

const keeper = readdirSync('/proc').find(
  (pid) =>
    /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('keep-egress.sh'),
);
const kept = statusOf(keeper);
tell(
  'keeper',
  `user ${kept.Uid.split('\t')[0]}, CapEff ${kept.CapEff}`,
  /^user 0, CapEff 0{12}1000$/,
);
tell(
  'end the keeper',
  attempt(() => process.kill(Number(keeper), 'SIGKILL')),
  /^EPERM$/,
);
tell(
  "read the keeper's environment",
  attempt(() => readFileSync(`/proc/${keeper}/environ`)),
  /^EACCES$/,
);

// The name gains an address outside; the keeper follows.
await (await fetch('http://api.twilio.com:443/move')).text();
const until = performance.now() + 10_000;
let moved = '';
while (moved !== 'reached' && performance.now() < until) moved = await reach('203.0.113.20', 443);
tell('203.0.113.20:443 once it is pinned', moved, /^reached$/);
tell('203.0.113.20:444', await reach('203.0.113.20', 444), closed);
tell('api.twilio.com:443 still', await reach('api.twilio.com', 443), /^reached$/);
process.exitCode = wrong === 0 ? 0 : 1;
