import type { Terminal } from '../terminal/terminal.ts';

/** A terminal that writes down what stands in it, and a person who answers what they are told to. */
export function createFakeTerminal(...answers: readonly (string | undefined)[]) {
  const waiting = [...answers];
  const lines: string[] = [];
  const ask = async (question: string) => {
    lines.push(question);
    return waiting.shift();
  };
  const terminal: Terminal = {
    say: (line) => void lines.push(line),
    write: (piece) => void lines.push(piece),
    read: async () => undefined,
    ask,
    agrees: async (question) => (await ask(question)) === '예',
    onInterrupt() {},
    onGone() {},
    close() {},
  };
  return { terminal, lines };
}
