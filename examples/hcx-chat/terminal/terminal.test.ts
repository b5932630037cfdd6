import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { brief, printable } from './printable.ts';
import { openTerminal } from './terminal.ts';

function open(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  return { input, output, terminal: openTerminal(input, output) };
}

describe('a pipe', () => {
  it('has one question a line, and an end', async () => {
    const { input, terminal } = open(false);
    const first = terminal.read();
    input.end('하나\n둘\n셋');
    const lines = [await first];
    for (let line = await terminal.read(); line !== undefined; line = await terminal.read())
      lines.push(line);
    expect(lines).toEqual(['하나', '둘', '셋']);
    expect(await terminal.read()).toBeUndefined();
  });

  it('agrees to nothing, whatever stands in it', async () => {
    const { input, output, terminal } = open(false);
    input.write('네\n예\n');
    expect(await terminal.agrees('보낼까요?')).toBe(false);
    output.end();
    expect(await text(output)).toContain('보낼까요? (예/아니요)\n확인할 사람이 없어');
    expect(await terminal.read()).toBe('네');
  });
});

describe('a person', () => {
  it.each([
    ['예', true],
    [' 네 ', true],
    ['y', true],
    ['YES', true],
    ['', false],
    ['아니요', false],
    ['예전에', false],
  ])('who says %j agrees: %s', async (answer, agreed) => {
    const { input, terminal } = open(true);
    const agrees = terminal.agrees('보낼까요?');
    input.write(`${answer}\n`);
    expect(await agrees).toBe(agreed);
  });

  it('agreed to nothing by what they typed before the question', async () => {
    const { input, terminal } = open(true);
    const first = terminal.read();
    input.write('질문\n네\n');
    await first;
    const agrees = terminal.agrees('보낼까요?');
    input.write('아니요\n');
    expect(await agrees).toBe(false);
  });

  it('who stops or leaves agrees to nothing', async () => {
    const { input, terminal } = open(true);
    const stop = new AbortController();
    const agrees = terminal.agrees('보낼까요?', stop.signal);
    stop.abort();
    expect(await agrees).toBe(false);
    const again = terminal.agrees('보낼까요?');
    input.end();
    expect(await again).toBe(false);
  });
});

describe('text of others', () => {
  it('cannot repaint the terminal or turn its letters around', () => {
    expect(printable('a\u001b[2J\u001b]0;x\u0007b\u202ecba\u0000\r\nc\td')).toBe(
      'a[2J]0;xbcba\nc\td',
    );
    expect(printable('김민지 👩‍👧 café')).toBe('김민지 👩‍👧 café');
  });

  it('is short where it is quoted', () => {
    expect(brief('하나\n\n 둘')).toBe('하나 둘');
    expect(Array.from(brief('가'.repeat(500)))).toHaveLength(200);
    expect(brief('👍'.repeat(500)).endsWith('👍…')).toBe(true);
  });
});
