import { describe, expect, it } from 'vitest';
import { readModelSettings, readServerSettings } from './settings.ts';

const clova = { CLOVA_API_KEY: 'nv-1' };

describe('the model', () => {
  it('is HCX-005 of CLOVA Studio, which wants room to write', () => {
    expect(readModelSettings(clova)).toEqual({
      baseUrl: 'https://clovastudio.stream.ntruss.com/v1/openai',
      model: 'HCX-005',
      apiKey: 'nv-1',
      keyName: 'CLOVA_API_KEY',
      maxTokens: 2048,
    });
  });

  it('can be another one, which never gets the key of CLOVA Studio', () => {
    const other = { ...clova, LLM_BASE_URL: 'https://model.example/v1/', LLM_MODEL: 'm-1' };
    expect(() => readModelSettings(other)).toThrow(/LLM_API_KEY.*model\.example/s);
    expect(readModelSettings({ ...other, LLM_API_KEY: 'sk-1' })).toMatchObject({
      baseUrl: 'https://model.example/v1',
      model: 'm-1',
      apiKey: 'sk-1',
      keyName: 'LLM_API_KEY',
      maxTokens: undefined,
    });
  });

  it('needs no key on this machine', () => {
    const local = { ...clova, LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'qwen3' };
    expect(readModelSettings(local).apiKey).toBeUndefined();
  });

  it.each([
    [{}, /CLOVA_API_KEY.*clovastudio\.ncloud\.com/],
    [{ LLM_BASE_URL: 'https://model.example/v1', LLM_API_KEY: 'sk-1' }, /LLM_MODEL/],
    [{ ...clova, LLM_BASE_URL: 'http://model.example/v1' }, /LLM_BASE_URL.*https/],
    [{ ...clova, LLM_BASE_URL: 'model' }, /LLM_BASE_URL/],
    [{ ...clova, LLM_BASE_URL: 'https://me:secret@model.example/v1' }, /LLM_BASE_URL/],
    [{ ...clova, LLM_MAX_TOKENS: '1023' }, /LLM_MAX_TOKENS.*1024/],
    [{ ...clova, LLM_MAX_TOKENS: '4097' }, /LLM_MAX_TOKENS.*4096/],
    [{ ...clova, LLM_MAX_TOKENS: 'many' }, /LLM_MAX_TOKENS/],
  ])('tells what is missing or wrong: %j', (environment, words) => {
    expect(() => readModelSettings(environment)).toThrow(words);
  });
});

describe('the server', () => {
  it('is on this machine, and its login in the state folder', () => {
    const { url, stateFile } = readServerSettings({ HOME: '/home/kim' });
    expect(url.href).toBe('http://127.0.0.1:4020/mcp');
    expect(stateFile).toBe('/home/kim/.local/state/jeonbo/hcx-chat.json');
    expect(readServerSettings({ XDG_STATE_HOME: '/state' }).stateFile).toBe(
      '/state/jeonbo/hcx-chat.json',
    );
  });

  it.each([
    [{ MCP_URL: 'http://kakao.example/mcp' }, /MCP_URL.*https/],
    [{ MCP_URL: 'http://127.0.0.1.example/mcp' }, /MCP_URL/],
    [{ CLIENT_METADATA_URL: 'http://app.example/client.json' }, /CLIENT_METADATA_URL/],
    [{ CLIENT_METADATA_URL: 'https://app.example/' }, /CLIENT_METADATA_URL/],
  ])('is refused in words: %j', (environment, words) => {
    expect(() => readServerSettings(environment)).toThrow(words);
  });
});
