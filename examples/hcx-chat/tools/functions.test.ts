import type { Tool } from '@modelcontextprotocol/client';
import { expect, it } from 'vitest';
import { functionsOf } from './functions.ts';

const tool = (name: string, properties: Tool['inputSchema']['properties'] = {}): Tool => ({
  name,
  description: `${name}을 합니다`,
  inputSchema: { type: 'object', properties },
});

it('describes tools in the JSON Schema that models understand', () => {
  const schema: Tool = {
    ...tool('send'),
    inputSchema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      properties: {
        // A property may be called what a keyword is called.
        pattern: { type: 'string', pattern: '^a', maxLength: 9, description: '모양' },
        to: { anyOf: [{ const: 'me' }, { type: 'array', items: { type: 'string', format: 'x' } }] },
      },
      required: ['pattern'],
    },
  };
  expect(functionsOf([schema]).get('send')?.definition.function).toEqual({
    name: 'send',
    description: 'send을 합니다',
    parameters: {
      type: 'object',
      properties: {
        pattern: { type: 'string', maxLength: 9, description: '모양' },
        to: { anyOf: [{ const: 'me' }, { type: 'array', items: { type: 'string' } }] },
      },
      required: ['pattern'],
    },
  });
});

it('keeps the token of a confirmation from the model', () => {
  const properties = { message: { type: 'string' }, confirm_token: { type: 'string' } };
  const [named] = functionsOf([tool('send', properties)]).values();
  expect(named?.definition.function.parameters).toEqual({
    type: 'object',
    properties: { message: { type: 'string' } },
  });
});

it('gives names that functions may have, and the first of two that meet stays', () => {
  const functions = functionsOf([
    tool('kakao/send.me'),
    tool('kakao_send_me'),
    tool('a'.repeat(70)),
  ]);
  expect([...functions.keys()]).toEqual(['kakao_send_me', 'a'.repeat(64)]);
  expect(functions.get('kakao_send_me')?.tool.name).toBe('kakao/send.me');
});
