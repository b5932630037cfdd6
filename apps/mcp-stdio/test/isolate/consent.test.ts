import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/context.ts';
import { askConsent } from '../../src/isolate/consent.ts';
import type { RuntimePermission } from '../../src/isolate/runtime-permission.ts';

const twilio: RuntimePermission = { kind: 'domain', domain: 'api.twilio.com', port: 443 };
const token: RuntimePermission = { kind: 'env', name: 'TWILIO_AUTH_TOKEN' };
const data: RuntimePermission = { kind: 'path', path: "/home/kim's/data", mode: 'rw' };
const all = [twilio, token, data];

async function ask(
  typed: string,
  { allowed = [] as RuntimePermission[], interactive = true, JEONBO_LANG = 'en' } = {},
) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(typed);
  const [words, protocol] = [text(stderr), text(stdout)];
  const context = contextOf({ environment: { JEONBO_LANG }, stdin, stdout, stderr, interactive });
  try {
    const consent = await askConsent(all, allowed, context);
    stderr.end();
    return { ...consent, words: await words };
  } finally {
    stdout.end();
    expect(await protocol).toBe('');
  }
}

describe('at a terminal', () => {
  it('each permission is asked for, one by one', async () => {
    const { granted, refused, words, asked } = await ask('yes\nno\ny\n');
    expect({ granted, refused, asked }).toEqual({
      granted: [twilio, data],
      refused: [token],
      asked: true,
    });
    expect(words).toMatchInlineSnapshot(
      `"Allow access to domain: api.twilio.com:443 (yes/no) Allow access to env var: TWILIO_AUTH_TOKEN (yes/no) Allow access to file system path: /home/kim's/data (read: yes, write: yes) (yes/no) "`,
    );
  });

  it('in Korean', async () => {
    const { granted, words } = await ask('예\n네\n아니요\n', { JEONBO_LANG: 'ko' });
    expect(granted).toEqual([twilio, token]);
    expect(words).toContain('도메인 접근을 허용할까요: api.twilio.com:443 (예/아니요)');
    expect(words).toContain('(읽기: 예, 쓰기: 예)');
  });

  it.each(['', 'perhaps\n\nYES please\n', '\n'])(
    'anything but a yes is a no: %j',
    async (typed) => {
      expect((await ask(typed)).granted).toEqual([]);
    },
  );

  it('what an option allows is not asked', async () => {
    const { granted, words } = await ask('no\n', { allowed: [twilio, data] });
    expect(granted).toEqual([twilio, data]);
    expect(words).not.toContain('api.twilio.com');
  });
});

describe('where nobody can be asked', () => {
  it('everything has to be allowed by options', async () => {
    const { granted, asked } = await ask('', { allowed: all, interactive: false });
    expect({ granted, asked }).toEqual({ granted: all, asked: false });
  });

  it('what is not ends the start and says what to type', async () => {
    const failed = ask('yes\nyes\n', { allowed: [twilio], interactive: false });
    await expect(failed).rejects.toMatchObject({
      exitCode: 4,
      problems: [
        {
          code: 'CONSENT_NEEDED',
          values: {
            right: `--allow-env TWILIO_AUTH_TOKEN --allow-path '/home/kim'\\''s/data:rw'`,
          },
        },
      ],
    });
  });
});
