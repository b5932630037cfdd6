import { describe, expect, it } from 'vitest';
import { connectLegacy, connectModern, type Shown } from '../testing/connect.ts';
import { createKakaoBench, everything, friendsPath, origin } from '../testing/kakao-bench.ts';
import type { KakaoContext } from './context.ts';

/** Longer than a quote may be, with what looks like a phone number in it: it must arrive whole all the same. */
const consentUrl = `${origin}/friends/consent?state=${'s'.repeat(400)}01012345678`;

const noFriends = everything.filter((scope) => scope !== 'friends');
const noMessages = everything.filter((scope) => scope !== 'talk_message');

/** A person who has not agreed to everything, and where they would. */
async function bench(scopes: readonly string[], more: Partial<KakaoContext> = {}) {
  const asked: unknown[] = [];
  const consent: KakaoContext['consent'] = async (error) => {
    asked.push(error.details?.required_scopes);
    return consentUrl;
  };
  return { ...(await createKakaoBench({ scopes, context: { consent, ...more } })), asked };
}

describe('without a protocol', () => {
  it('a failure says where to agree', async () => {
    const { call, asked } = await bench(noFriends);
    const { structuredContent, text, isError } = await call('search_kakao_friends', {});
    expect(structuredContent).toMatchObject({
      success: false,
      error_code: 'CONSENT_REQUIRED',
      details: { required_scopes: ['friends'], consent_url: consentUrl, provider_code: '-402' },
    });
    expect(text).toContain(`then repeat the same call: ${consentUrl}`);
    expect(isError).toBe(true);
    expect(asked).toEqual([['friends']]);
  });

  it('says so in Korean', async () => {
    const { call } = await bench(noFriends, { language: 'ko' });
    const { text } = await call('search_kakao_friends', {});
    expect(text).toContain(`같은 호출을 다시 하세요: ${consentUrl}`);
  });

  it('stands alone where nobody knows where to agree', async () => {
    const { call } = await createKakaoBench({ scopes: noFriends });
    const { structuredContent } = await call('search_kakao_friends', {});
    expect(structuredContent).toMatchObject({
      error_code: 'CONSENT_REQUIRED',
      details: { required_scopes: ['friends'] },
    });
    expect(structuredContent).not.toHaveProperty('details.consent_url');
  });

  it.each([
    ['send_message_to_me', { message: '가'.repeat(300) }],
    ['send_message', { uuid: 'friend-1', message: 'x' }],
    ['send_kakao_template', { to: 'me', template: { object_type: 'text', text: 'x', link: {} } }],
  ])('the same %s goes out once the person agreed', async (name, input) => {
    const { call, logIn, sandbox, sent, audit } = await bench(noMessages);
    const first = await call(name, input);
    expect(first.structuredContent).toMatchObject({ error_code: 'CONSENT_REQUIRED' });
    expect(first.structuredContent).not.toHaveProperty('details.may_have_been_sent');
    // Kakao refused it, so the ledger holds nothing against the same again.
    await logIn(everything);
    const sentToAll = JSON.stringify({ successful_receiver_uuids: ['friend-1'] });
    if (name === 'send_message') sandbox.fault({ path: friendsPath, body: sentToAll });
    const again = await call(name, input);
    expect(again.structuredContent).toMatchObject({ success: true, sent_count: 1 });
    expect(again.structuredContent).not.toHaveProperty('duplicate');
    expect(sent()).toHaveLength(2);
    expect(audit.events).toEqual([]);
  });

  it('any other failure asks for nothing', async () => {
    const { call, asked, sandbox } = await bench(everything);
    sandbox.fault({ path: friendsPath, status: 403, body: '{"msg":"no","code":-5}' });
    const { structuredContent } = await call('send_message', { uuid: 'a', message: 'x' });
    expect(structuredContent).toMatchObject({ error_code: 'PERMISSION_DENIED' });
    expect(asked).toEqual([]);
  });
});

/** A host that can show forms and addresses. */
const both = { form: {}, url: {} };

describe.each([
  ['2025', connectLegacy],
  ['2026', connectModern],
] as const)('a client of %s', (_, connect) => {
  it('opens the address, and the call goes on', async () => {
    const given = await bench(noFriends);
    const opened: Shown[] = [];
    const call = await connect(given, {
      elicitation: both,
      async onAsked(params) {
        opened.push(params);
        await given.logIn(everything);
        return { action: 'accept' };
      },
    });
    const { structuredContent, isError } = await call('search_kakao_friends', {});
    expect(structuredContent).toMatchObject({ total_count: 4 });
    expect(isError).toBe(false);
    expect(opened).toMatchObject([{ mode: 'url', url: consentUrl }]);
    expect(opened[0]?.message).toContain('consent');
    expect(given.asked).toEqual([['friends']]);
  });

  it('sends once the person agreed, and once only', async () => {
    const given = await bench(noMessages);
    const call = await connect(given, {
      elicitation: both,
      async onAsked() {
        await given.logIn(everything);
        return { action: 'accept' };
      },
    });
    const { structuredContent } = await call('send_message_to_me', { message: 'x' });
    expect(structuredContent).toMatchObject({ success: true, sent_count: 1 });
    expect(given.sandbox.messages()).toHaveLength(1);
    const again = await call('send_message_to_me', { message: 'x' });
    expect(again.structuredContent).toMatchObject({ duplicate: true });
  });

  it('waits for a person who is still at it', async () => {
    const waited: unknown[] = [];
    const given = await bench(noFriends, {
      consented: async (error) => {
        waited.push(error.details?.required_scopes);
        await given.logIn(everything);
      },
    });
    const call = await connect(given, { elicitation: both, onAsked: () => ({ action: 'accept' }) });
    const { structuredContent } = await call('search_kakao_friends', {});
    expect(structuredContent).toMatchObject({ total_count: 4 });
    expect(waited).toEqual([['friends']]);
  });

  it('is asked once, and then gets the failure with the address', async () => {
    const given = await bench(noFriends, { consented: async () => {} });
    let times = 0;
    const call = await connect(given, {
      elicitation: both,
      onAsked() {
        times += 1;
        return { action: 'accept' };
      },
    });
    const { structuredContent, isError } = await call('search_kakao_friends', {});
    expect(structuredContent).toMatchObject({
      error_code: 'CONSENT_REQUIRED',
      details: { consent_url: consentUrl },
    });
    expect([times, isError]).toEqual([1, true]);
  });

  it.each(['decline', 'cancel'] as const)('that answers %s sends nothing', async (action) => {
    const given = await bench(noMessages);
    const guard = { ...given.context.guard, confirm: 'always' as const };
    const shown: Shown[] = [];
    const call = await connect(
      { ...given, context: { ...given.context, guard } },
      {
        elicitation: both,
        async onAsked(one) {
          shown.push(one);
          if (!one.url) return { action: 'accept', content: { confirm: true } };
          // Meanwhile the consent is there; but this person wants it no more.
          await given.logIn(everything);
          return { action };
        },
      },
    );
    const { structuredContent } = await call('send_message_to_me', { message: 'x' });
    expect(structuredContent).toMatchObject({
      error_code: 'CONSENT_REQUIRED',
      details: { required_scopes: ['talk_message'], consent_url: consentUrl },
    });
    expect(shown).toHaveLength(2);
    expect(given.sandbox.messages()).toEqual([]);
  });

  it('whose person agreed to a send is not asked for it again, nor for ever', async () => {
    const given = await bench(noMessages, { consented: async () => {} });
    const guard = { ...given.context.guard, confirm: 'always' as const };
    const asked: (string | undefined)[] = [];
    const call = await connect(
      { ...given, context: { ...given.context, guard } },
      {
        elicitation: both,
        onAsked({ mode, url }) {
          asked.push(mode ?? 'form');
          return { action: 'accept', ...(!url && { content: { confirm: true } }) };
        },
      },
    );
    const { structuredContent } = await call('send_message_to_me', { message: 'x' });
    expect(structuredContent).toMatchObject({ error_code: 'CONSENT_REQUIRED' });
    expect(asked).toEqual(['form', 'url']);
  });

  it('that opens no links gets the failure at once', async () => {
    const given = await bench(noFriends);
    const call = await connect(given, { elicitation: { form: {} } });
    const { structuredContent, content, isError } = await call('search_kakao_friends', {});
    expect(structuredContent).toMatchObject({
      error_code: 'CONSENT_REQUIRED',
      details: { consent_url: consentUrl },
    });
    expect(content).toMatchObject([{ text: expect.stringContaining(consentUrl) }]);
    expect(isError).toBe(true);
  });

  it('that shows addresses alone keeps the token that was handed in', async () => {
    const given = await bench(noMessages);
    const guard = { ...given.context.guard, confirm: 'always' as const };
    const call = await connect(
      { ...given, context: { ...given.context, guard } },
      {
        elicitation: { url: {} },
        async onAsked() {
          await given.logIn(everything);
          return { action: 'accept' };
        },
      },
    );
    const held = await call('send_message_to_me', { message: 'x' });
    const { confirm_token } = held.structuredContent as { confirm_token: string };
    const sent = await call('send_message_to_me', { message: 'x', confirm_token });
    expect(sent.structuredContent).toMatchObject({ success: true, sent_count: 1 });
  });

  it('that can show addresses alone is never asked by a form', async () => {
    const given = await bench(noFriends, { consented: () => given.logIn(everything) });
    const shown: Shown[] = [];
    const call = await connect(given, {
      elicitation: { url: {} },
      onAsked(one) {
        shown.push(one);
        return { action: 'accept' };
      },
    });
    const { structuredContent } = await call('search_kakao_friends', {});
    expect(structuredContent).toMatchObject({ total_count: 4 });
    expect(shown.map(({ mode }) => mode)).toEqual(['url']);
  });

  it.each([
    ['agrees to both', true, { success: true, sent_count: 1 }, ['form', 'url'], 1],
    ['agrees to the link alone', false, { error_code: 'CONFIRMATION_DECLINED' }, ['form'], 0],
  ])('whose person %s', async (_, agrees, result, expected, sent) => {
    const given = await bench(noMessages);
    const guard = { ...given.context.guard, confirm: 'always' as const };
    const asked: (string | undefined)[] = [];
    const call = await connect(
      { ...given, context: { ...given.context, guard } },
      {
        elicitation: both,
        async onAsked({ mode, url }) {
          asked.push(mode ?? 'form');
          if (url) await given.logIn(everything);
          return { action: 'accept', ...(!url && { content: { confirm: agrees } }) };
        },
      },
    );
    const { structuredContent } = await call('send_message_to_me', { message: 'x' });
    expect(structuredContent).toMatchObject(result);
    expect(asked).toEqual(expected);
    expect(given.sandbox.messages()).toHaveLength(sent);
  });
});
