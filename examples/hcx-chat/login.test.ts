import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createWorld } from './testing/world.ts';

// How long a login lasts, and what ends it.

const toMe = (message: string) => ['send_message_to_me', { message }] as const;

describe('a login', () => {
  it('is renewed by itself', async () => {
    const world = await createWorld();
    await (await world.start()).end();
    const before = world.login();
    const over = readFileSync(world.file, 'utf8').replaceAll(String(before?.access_token), 'over');
    writeFileSync(world.file, over);
    const chat = world.chat();
    await chat.shows(/이야기합니다/);
    expect(chat.text()).not.toContain('로그인');
    expect(world.login()?.access_token).not.toBe('over');
    expect(world.login()?.refresh_token).not.toBe(before?.refresh_token);
  });

  it('that ends during a chat is asked for, and the call goes on, once', async () => {
    const world = await createWorld();
    const chat = await world.start();
    const before = world.login();
    const other = world.chat({ words: ['--logout'] });
    expect(await other.ended).toBe(0);
    expect(other.text()).toContain('이 컴퓨터와 서버에서 로그인을 지웠습니다');
    world.model.reply({ calls: [toMe('회의 3시')] }, { text: '보냈어요.' });
    chat.type('보내줘');
    await world.open(chat);
    await chat.shows(/보냈어요/);
    expect(world.inbox()).toHaveLength(1);
    expect(world.login()?.access_token).not.toBe(before?.access_token);
  });

  it('that was given back is good for nothing', async () => {
    const world = await createWorld();
    await (await world.start()).end();
    const kept = readFileSync(world.file);
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    onTestFinished(() => warn.mockRestore());
    await world.chat({ words: ['--logout'] }).ended;
    expect(world.login()).toBeUndefined();
    const again = world.chat({ words: ['--logout'] });
    await again.ended;
    expect(again.text()).toContain('로그인한 적이 없습니다');
    // As somebody would who had copied the file before.
    writeFileSync(world.file, kept);
    const chat = world.chat();
    await chat.shows(/로그인이 필요합니다/);
    chat.interrupt();
    expect(await chat.ended).toBe(1);
  });

  it('may be that of a program which is known by its document', async () => {
    const CLIENT_METADATA_URL = 'https://chat.example/client.json';
    const document = {
      client_id: CLIENT_METADATA_URL,
      client_name: '내 채팅',
      redirect_uris: ['http://127.0.0.1/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'native',
    };
    const world = await createWorld(
      {},
      { fetchClientMetadata: async () => Response.json(document) },
    );
    const chat = world.chat({}, { CLIENT_METADATA_URL });
    await world.open(chat);
    await chat.shows(/이야기합니다/);
    expect(chat.text()).toContain(`client_id=${encodeURIComponent(CLIENT_METADATA_URL)}`);
    world.model.reply({ calls: [toMe('하나')] }, { text: '네' });
    chat.type('보내줘');
    await chat.shows(/네/);
    expect(world.inbox()).toHaveLength(1);
  });
});
