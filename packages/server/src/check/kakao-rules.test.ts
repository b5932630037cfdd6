import { describe, expect, it } from 'vitest';
import { kakaoSettings, type SettingName } from '../settings.ts';
import type { Environment } from '../types.ts';
import { checkSettings, describeFindings } from './check-settings.ts';
import { rules } from './rules.ts';

const own = ['KAKAO_CLIENT_ID', 'KAKAO_CLIENT_SECRET', 'BASE_URL', 'KAKAO_ACCOUNT'] as const;
const right: Environment = {
  KAKAO_CLIENT_ID: '1234567890abcdef1234567890abcdef',
  KAKAO_CLIENT_SECRET: 'a-client-secret-of-kakao',
  BASE_URL: 'https://jeonbo.example',
  KAKAO_ACCOUNT: 'work',
};

const look = (change: Environment = {}, language: 'en' | 'ko' = 'en') =>
  checkSettings(own, rules, { environment: { ...right, ...change }, language, signal: undefined });

const wrongIn = async (change: Environment) =>
  (await look(change)).filter(({ ok }) => !ok).map(({ name }) => name);

it('finds nothing where all is right', async () => {
  expect((await look()).map(({ ok }) => ok)).toEqual([true, true, true, true]);
});

it.each<[string, Environment, readonly string[]]>([
  ['no key', { KAKAO_CLIENT_ID: ' ' }, ['KAKAO_CLIENT_ID']],
  ['a key with a space', { KAKAO_CLIENT_ID: 'a b' }, ['KAKAO_CLIENT_ID']],
  ['no secret, as some apps have none', { KAKAO_CLIENT_SECRET: '' }, []],
  ['a secret with a line break', { KAKAO_CLIENT_SECRET: 'a\nb' }, ['KAKAO_CLIENT_SECRET']],
  ['no origin', { BASE_URL: undefined }, []],
  ['an origin with a path', { BASE_URL: 'https://jeonbo.example/mcp' }, ['BASE_URL']],
  ['http to another machine', { BASE_URL: 'http://jeonbo.example' }, ['BASE_URL']],
  ['http on this machine', { BASE_URL: 'http://localhost:4020' }, []],
  ['no account', { KAKAO_ACCOUNT: '' }, []],
  ['an account in Korean', { KAKAO_ACCOUNT: '회사' }, []],
  ['an account that is a path', { KAKAO_ACCOUNT: '../work' }, ['KAKAO_ACCOUNT']],
])('%s', async (_, change, wrong) => {
  expect(await wrongIn(change)).toEqual(wrong);
});

describe('what it says', () => {
  it('shows no secret and no password', async () => {
    const findings = await look({ BASE_URL: 'https://user:hidden-password@jeonbo.example' });
    const said = describeFindings(findings, 'jeonbo-mcp kakao', 'en');
    expect(said).toContain('export BASE_URL=https://jeonbo.example');
    expect(said).not.toMatch(/hidden-password|a-client-secret/);
  });

  it('says where to get what is missing, in both languages', async () => {
    for (const language of ['en', 'ko'] as const) {
      const findings = await look({ KAKAO_CLIENT_ID: undefined }, language);
      const said = describeFindings(findings, 'jeonbo-mcp kakao', language);
      expect(said).toContain('developers.kakao.com');
      expect(said).toContain('KAKAO_CLIENT_ID');
    }
  });

  it('has a rule for every setting', () => {
    const names: readonly SettingName[] = kakaoSettings.map(({ name }) => name);
    expect(names.filter((name) => typeof rules[name] !== 'function')).toEqual([]);
  });
});
