import { expect, it } from 'vitest';
import {
  app,
  call,
  link,
  logIn,
  sendMemo,
  startKakao,
  textTemplate,
  users,
} from '../test-support.ts';

it('comes into the chat with oneself, and is delivered', async () => {
  const { sandbox, clock } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const { status, json } = await sendMemo(
    sandbox,
    access_token,
    textTemplate('인증번호는 482913입니다.', { button_title: '열기' }),
  );
  expect([status, json]).toEqual([200, { result_code: 0 }]);
  clock.advance(600);
  expect(sandbox.messages({ to: '010-1111-0001' })).toMatchObject([
    {
      provider: 'kakao',
      kind: 'KAKAO',
      from: '서연',
      to: '010-1111-0001',
      name: '서연',
      memberCode: '1',
      text: '인증번호는 482913입니다.',
      code: '482913',
      state: 'delivered',
      card: {
        type: 'text',
        app: app.name,
        buttons: [{ title: '열기', url: link.mobile_web_url }],
      },
    },
  ]);
});

it('shows a page by its address', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const send = (fields: Record<string, string>) =>
    call(sandbox, access_token, 'POST', '/v2/api/talk/memo/scrap/send', fields);
  const request_url = 'https://app.example/post/1';
  expect((await send({ request_url, template_id: '7' })).json).toEqual({ result_code: 0 });
  expect(sandbox.messages()[0]?.card).toMatchObject({
    type: 'scrap',
    contents: [{ title: 'app.example', description: request_url, url: request_url }],
  });
  expect((await send({})).json.msg).toBe('The Parameter [request_url] cannot be null.');
  expect((await send({ request_url: 'ftp://x' })).json.code).toBe(-2);
  expect((await send({ request_url, template_id: 'x' })).json.code).toBe(-2);
});

it('shows a custom template by its number and arguments', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const send = (fields: Record<string, string>) =>
    call(sandbox, access_token, 'POST', '/v2/api/talk/memo/send', fields);
  const template_args = JSON.stringify({ name: '서연', count: 3 });
  expect((await send({ template_id: '12345', template_args })).status).toBe(200);
  expect(sandbox.messages()[0]).toMatchObject({
    text: '#12345\nname 서연\ncount 3',
    card: {
      type: 'custom',
      facts: [
        { name: 'name', value: '서연' },
        { name: 'count', value: '3' },
      ],
    },
  });
  for (const wrong of [
    {},
    { template_id: '' },
    { template_id: '0' },
    { template_id: '1', template_args: '[1]' },
    { template_id: '1', template_args: 'x' },
  ]) {
    expect([wrong, (await send(wrong as Record<string, string>)).json.code]).toEqual([wrong, -2]);
  }
});

it('wants talk_message', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연', {}, ['profile_nickname']);
  const { status, json } = await sendMemo(sandbox, access_token, textTemplate('x'));
  expect([status, json]).toMatchObject([
    403,
    {
      code: -402,
      required_scopes: ['talk_message'],
      allowed_scopes: ['openid', 'profile_nickname'],
    },
  ]);
  expect(sandbox.messages()).toEqual([]);
});

it('takes a form, and misses its fields in anything else', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const response = await fetch(`${sandbox.url}/v2/api/talk/memo/default/send`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ template_object: textTemplate('x') }),
  });
  expect(await response.json()).toEqual({
    msg: 'The Parameter [template_object] cannot be null.',
    code: -2,
  });
});

it.each([-501, -504, -530, -531, -533] as const)(
  'fails with %i where the seed says so',
  async (code) => {
    const people = users.map((user) => (user.id === 1 ? { ...user, fails: code } : user));
    const { sandbox } = await startKakao({ users: people });
    const { access_token } = await logIn(sandbox, '서연');
    const { status, json } = await sendMemo(sandbox, access_token, textTemplate('x'));
    expect([status, json.code, sandbox.messages()]).toEqual([400, code, []]);
  },
);

it('stops at the quota of the app until the Korean day is over', async () => {
  const { sandbox, clock } = await startKakao({ apps: [{ ...app, dailyQuota: 2 }] });
  const send = async () => {
    const { access_token } = await logIn(sandbox, '서연');
    return (await sendMemo(sandbox, access_token, textTemplate('x'))).json;
  };
  await send();
  await send();
  expect(await send()).toEqual({ msg: 'API limit has been exceeded.', code: -10 });
  // The clock begins at 09:00 in Seoul.
  clock.advance(15 * 60 * 60 * 1000 - 1);
  expect((await send()).code).toBe(-10);
  clock.advance(1);
  expect(await send()).toEqual({ result_code: 0 });
});
