import { columns } from './columns.ts';
import { type Command, usageOf } from './command.ts';
import { commands } from './commands.ts';
import { say } from './show.ts';

const about = { en: 'the commands', ko: '도움말 표시' };
const quoting = {
  en: 'Quotes group words: "Example Article". Tab completes, the arrow keys bring back earlier lines.',
  ko: '띄어쓰기가 있는 말은 따옴표로 묶습니다: "예시 글". Tab은 자동 완성, 화살표 키는 이전 명령입니다.',
};

export const help: Command = {
  name: 'help',
  others: ['?'],
  parameters: [{ name: 'command', kind: 'command', optional: true }],
  about,
  async run([name], context) {
    const all = [help, ...commands];
    const chosen = name === undefined ? all : all.filter((one) => isNamed(one, name));
    const shown = chosen.length > 0 ? chosen : all;
    const table = columns(
      shown.map((command) => [usageOf(command), say(command.about, context)]),
      context,
    );
    return shown === all ? `${table}\n${say(quoting, context)}` : table;
  },
};

export function isNamed({ name, others = [] }: Command, word: string): boolean {
  return name === word || others.includes(word);
}
