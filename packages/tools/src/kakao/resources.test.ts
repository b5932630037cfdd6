import { expect, it } from 'vitest';
import { createKakaoBench } from '../testing/kakao-bench.ts';

async function read(uri: string, name = '') {
  const { toolset, context } = await createKakaoBench({
    env: { JEONBO_ALLOWED_RECIPIENTS: '010, kakao:friend-1, kakao:friend-2' },
  });
  const resource = toolset.resources.find((one) => one.uri === uri);
  return JSON.parse((await resource?.read(name, context)) ?? 'null');
}

it('offers a template of each type', async () => {
  const { toolset } = await createKakaoBench();
  const templates = toolset.resources.find(({ name }) => name === 'templates');
  expect(templates?.names).toEqual(['text', 'feed', 'list', 'location', 'commerce', 'calendar']);
  for (const name of templates?.names ?? [])
    expect(await read('jeonbo://templates/{object_type}', name)).toMatchObject({
      object_type: name,
    });
  await expect(read('jeonbo://templates/{object_type}', 'poll')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('tells the codes of KakaoTalk among all', async () => {
  const codes = (await read('jeonbo://errors')) as { error_code: string }[];
  const all = codes.map(({ error_code }) => error_code);
  expect(all).toEqual(expect.arrayContaining(['NOT_A_FRIEND', 'RECIPIENT_BLOCKED']));
});

it('tells the posture without a uuid', async () => {
  const guard = await read('jeonbo://guard');
  expect(guard).toMatchObject({ recipients: 'allowed', allowed_entries: 3 });
  expect(JSON.stringify(guard)).not.toContain('friend-1');
});
