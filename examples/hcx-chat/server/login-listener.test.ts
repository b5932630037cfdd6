import { describe, expect, it, onTestFinished } from 'vitest';
import { listenForLogin } from './login-listener.ts';

async function start(port?: number) {
  const listener = await listenForLogin(port);
  onTestFinished(() => listener.close());
  const come = (query: Record<string, string>, path = '/callback') =>
    fetch(`http://127.0.0.1:${listener.port}${path}?${new URLSearchParams(query)}`);
  return { listener, come };
}

describe('the address that a log-in comes back to', () => {
  it('takes the answer to the log-in that was begun, once', async () => {
    const { listener, come } = await start();
    const state = listener.begin();
    const answer = listener.answer();
    const page = await come({ state, code: 'abc', iss: 'https://kakao.example' });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('터미널로 돌아가세요');
    expect(Object.fromEntries(await answer)).toEqual({
      state,
      code: 'abc',
      iss: 'https://kakao.example',
    });
    expect((await come({ state, code: 'abc' })).status).toBe(400);
  });

  it('takes nothing from a browser that brings another state', async () => {
    const { listener, come } = await start();
    expect((await come({ code: 'abc' })).status).toBe(400);
    const before = listener.begin();
    const state = listener.begin();
    expect(state).not.toBe(before);
    for (const wrong of ['', 'x', before]) {
      const page = await come({ state: wrong, code: 'evil' });
      expect(page.status).toBe(400);
      expect(await page.text()).toContain('이 터미널에서 시작한 로그인이 아닙니다');
    }
    expect((await come({ state, code: 'evil' }, '/other')).status).toBe(404);
    await come({ state, code: 'mine' });
    expect((await listener.answer()).get('code')).toBe('mine');
  });

  it('shows nothing of what it was given', async () => {
    const { listener, come } = await start();
    const state = listener.begin();
    const page = await come({ state, error: 'access_denied', error_description: '<script>' });
    const text = await page.text();
    expect(text).toContain('로그인하지 않았습니다');
    expect(text).not.toMatch(/script|access_denied/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('stays where it was, and moves where somebody else is', async () => {
    const { listener } = await start();
    const { listener: other } = await start(listener.port);
    expect(other.port).not.toBe(listener.port);
    listener.close();
    const { listener: back } = await start(listener.port);
    expect(back.port).toBe(listener.port);
  });

  it('stops waiting when it is told to', async () => {
    const { listener } = await start();
    listener.begin();
    const stop = new AbortController();
    const answer = listener.answer(stop.signal);
    stop.abort();
    await expect(answer).rejects.toThrow('멈췄습니다');
    await expect(listener.answer(stop.signal)).rejects.toThrow('멈췄습니다');
  });
});
