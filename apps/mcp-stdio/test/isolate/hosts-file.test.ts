import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPublicAddress } from '@jeonbo/server';
import { afterAll, describe, expect, it } from 'vitest';
import { hostsText, nextPin } from '../../src/isolate/hosts-file.ts';
import { pinNames } from '../../src/isolate/pinned-names.ts';
import { packageRoot } from '../../src/package-root.ts';

const domain = 'api.twilio.com';
const twilio = { kind: 'domain', domain, port: 443 } as const;

describe('a name', () => {
  it('is pinned to what it leads to at the start', () => {
    expect(hostsText([nextPin(undefined, domain, ['54.1.1.1', '54.1.1.2'])])).toBe(
      [
        '127.0.0.1 localhost',
        `54.1.1.1 ${domain}`,
        `54.1.1.2 ${domain}`,
        `#opened 54.1.1.1 ${domain}`,
        `#opened 54.1.1.2 ${domain}`,
        '',
      ].join('\n'),
    );
  });

  it('gains an address that is opened first and handed out a look-up later', () => {
    const first = nextPin(undefined, domain, ['54.1.1.1']);
    const second = nextPin(first, domain, ['54.1.1.2']);
    expect([second.handedOut, [...second.opened.keys()]]).toEqual([
      ['54.1.1.1'],
      ['54.1.1.1', '54.1.1.2'],
    ]);
    expect(nextPin(second, domain, ['54.1.1.2']).handedOut).toEqual(['54.1.1.2']);
  });

  it('loses an address that has long not been answered', () => {
    let pin = nextPin(undefined, domain, ['54.1.1.1']);
    for (let round = 0; round < 30; round++) pin = nextPin(pin, domain, ['54.1.1.2']);
    expect([...pin.opened.keys()]).toEqual(['54.1.1.1', '54.1.1.2']);
    pin = nextPin(pin, domain, ['54.1.1.2']);
    expect([...pin.opened.keys()]).toEqual(['54.1.1.2']);
  });
});

describe('the file', () => {
  it('stays one file of one length, so that the container sees it change', async () => {
    let answers = [{ address: '54.1.1.1', family: 4 }];
    await using names = await pinNames([twilio], async () => answers);
    const before = await readFile(names.path, 'utf8');
    answers = [1, 2, 3].map((last) => ({ address: `54.1.1.${last}`, family: 4 }));
    await names.refresh(() => {});
    const after = await readFile(names.path, 'utf8');
    expect(after).toContain(`#opened 54.1.1.3 ${domain}`);
    expect(after.length).toBe(before.length);
  });

  it('keeps its addresses where a name cannot be looked up again, and tells', async () => {
    let fails = false;
    const lookup = async () => {
      if (fails) throw Object.assign(new Error('no'), { code: 'EAI_AGAIN' });
      return [{ address: '54.1.1.1', family: 4 }];
    };
    await using names = await pinNames([twilio], lookup);
    const before = await readFile(names.path, 'utf8');
    fails = true;
    const told: string[] = [];
    await names.refresh((name, reason) => told.push(`${name} ${reason}`));
    expect(told).toEqual([`${domain} NAME_NOT_FOUND`]);
    expect(await readFile(names.path, 'utf8')).toBe(before);
  });

  it.each([
    ['NAME_NOT_FOUND', async () => Promise.reject(new Error('no such name'))],
    ['NAME_NOT_FOUND', async () => []],
    ['NAME_NOT_PUBLIC', async () => [{ address: '169.254.169.254', family: 4 }]],
    ['NAME_NOT_PUBLIC', async () => [{ address: '10.0.0.5', family: 4 }]],
  ] as const)('is not made: %s', async (code, lookup) => {
    await expect(pinNames([twilio], lookup)).rejects.toMatchObject({
      problems: [{ code, field: domain }],
    });
  });
});

it.each([
  ['54.1.1.1', true],
  ['172.15.0.1', true],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['127.0.0.53', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
])('%s is public: %s', (address, is) => {
  expect(isPublicAddress(address)).toBe(is);
});

describe('the rules of the container', () => {
  const script = join(packageRoot(), 'container/egress-rules.sh');
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-hosts-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'hosts');
  const second = nextPin(nextPin(undefined, domain, ['54.1.1.1']), domain, ['54.1.1.2']);
  // As the launcher writes it, and what nobody should be able to bring in.
  const others = '54.9.9.9 other.example\n#54.9.9.8 api.twilio.com\n1.2.3.4;x api.twilio.com\n';
  writeFileSync(path, `${hostsText([second])}${others}`.padEnd(4096, '\n'));
  const run = (what: string, JEONBO_EGRESS: string) =>
    execFileSync('sh', [script, what], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, JEONBO_EGRESS, JEONBO_HOSTS: path },
    });

  it('let through the opened addresses of the allowed names, each with its port', () => {
    expect(run('addresses', `${domain}:443 10.0.0.5:5432`)).toBe(
      '10.0.0.5 . 5432,54.1.1.1 . 443,54.1.1.2 . 443\n',
    );
    expect(run('addresses', '')).toBe('\n');
  });

  it('close everything else', () => {
    expect(run('all', `${domain}:443`)).toMatchInlineSnapshot(`
      "table inet jeonbo
      delete table inet jeonbo
      table inet jeonbo {
        set allowed {
          type ipv4_addr . inet_service
          elements = { 54.1.1.1 . 443,54.1.1.2 . 443 }
        }
        chain output {
          type filter hook output priority 0; policy drop;
          ip daddr 127.0.0.11 reject
          oifname "lo" accept
          ct state established accept
          ip daddr . tcp dport @allowed accept
          reject with icmpx type admin-prohibited
        }
        chain input {
          type filter hook input priority 0; policy drop;
          iifname "lo" accept
          ct state established,related accept
        }
        chain forward {
          type filter hook forward priority 0; policy drop;
        }
      }
      "
    `);
  });

  it.each(['a', 'a:b', 'a:1:2', ':1', 'a:', 'a;b:1', '$(id):1', 'A:1', '*:1'])(
    'are not made of %s',
    (JEONBO_EGRESS) => {
      const { status, stdout } = spawnSync('sh', [script, 'all'], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, JEONBO_EGRESS, JEONBO_HOSTS: path },
      });
      expect({ status, stdout }).toEqual({ status: 78, stdout: '' });
    },
  );
});
