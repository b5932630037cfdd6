import type { ElicitRequestParams } from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import { createFakeTerminal } from '../testing/fake-terminal.ts';
import { createElicit } from './elicit.ts';

type Form = Extract<ElicitRequestParams, { requestedSchema: object }>['requestedSchema'];

function form(properties: Form['properties'], required: string[]): ElicitRequestParams {
  return {
    message: '친구 12명에게 보냅니다.',
    requestedSchema: { type: 'object', properties, required },
  };
}

describe('a confirmation', () => {
  it.each([
    ['예', { action: 'accept', content: { confirm: true } }],
    ['아니요', { action: 'accept', content: { confirm: false } }],
    ['', { action: 'cancel' }],
    [undefined, { action: 'cancel' }],
  ])('that a person answers with %j', async (answer, expected) => {
    const { terminal, lines } = createFakeTerminal(answer);
    const confirmation = form({ confirm: { type: 'boolean', title: '보내기' } }, ['confirm']);
    expect(await createElicit(terminal)(confirmation)).toEqual(expected);
    expect(lines).toEqual([
      '서버가 확인을 요청합니다.\n친구 12명에게 보냅니다.',
      '보내기 (예/아니요)',
    ]);
  });
});

describe('a form', () => {
  it('has fields of other kinds', async () => {
    const { terminal, lines } = createFakeTerminal('빨강', '파랑', '셋', '3', '', '메모');
    const elicit = createElicit(terminal);
    const given = form(
      {
        color: { type: 'string', enum: ['파랑', '노랑'], title: '색' },
        count: { type: 'integer' },
        left: { type: 'string' },
        note: { type: 'string', description: '한 줄' },
      },
      ['color', 'count'],
    );
    expect(await elicit(given)).toEqual({
      action: 'accept',
      content: { color: '파랑', count: 3, note: '메모' },
    });
    expect(lines).toContain('색 다음 중 하나: 파랑, 노랑');
    expect(lines.filter((line) => line === '다시 입력해 주세요.')).toHaveLength(2);
  });
});

describe('a link', () => {
  const link = (url: string) =>
    ({ mode: 'url', message: '동의가 필요합니다.', url, elicitationId: '1' }) as const;

  it.each([
    ['', 'accept'],
    ['네', 'accept'],
    ['아니요', 'decline'],
    [undefined, 'cancel'],
  ])('is shown, and %j answers %s', async (answer, action) => {
    const { terminal, lines } = createFakeTerminal(answer);
    const given = link('https://kakao.example/friends?id=1');
    expect(await createElicit(terminal)(given)).toEqual({ action });
    expect(lines.join('\n')).toContain(
      '열리는 곳: kakao.example\n\n  https://kakao.example/friends',
    );
  });

  it('is shown as the browser will read it', async () => {
    const { terminal, lines } = createFakeTerminal('');
    await createElicit(terminal)(link('https://kаkao.example/'));
    expect(lines.join('\n')).toContain('https://xn--kkao-53d.example/');
  });

  it.each(['http://kakao.example/', 'javascript:alert(1)', 'file:///etc/passwd', 'kakao'])(
    'is refused: %s',
    async (url) => {
      const { terminal, lines } = createFakeTerminal('');
      expect(await createElicit(terminal)(link(url))).toEqual({ action: 'decline' });
      expect(lines.at(-1)).toContain('거절했습니다');
    },
  );
});
