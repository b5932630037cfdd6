import { answerQuestion } from './loop/answer-question.ts';
import { createHistory } from './loop/history.ts';
import { instructions } from './loop/instructions.ts';
import { createModel } from './model/model.ts';
import { connect } from './server/connect.ts';
import { logOut } from './server/log-out.ts';
import { type Environment, readModelSettings, readServerSettings } from './settings.ts';
import { type Input, type Output, openTerminal, type Terminal } from './terminal/terminal.ts';
import { texts } from './texts.ts';
import { ToldError } from './told-error.ts';
import { createToolbox } from './tools/toolbox.ts';

export interface ChatProgram {
  readonly words: readonly string[];
  readonly environment: Environment;
  readonly input: Input;
  readonly output: Output;
  /** Calls back at an interrupt from outside the terminal. */
  readonly onInterrupt?: (listener: () => void) => void;
}

/** The whole program. Gives its exit code. */
export async function runChat(program: ChatProgram): Promise<number> {
  const { words, environment, input, output } = program;
  const say = (line: string) => void output.write(`${line}\n`);
  const [word] = words;
  if (word === '--help') {
    say(texts.help);
    return 0;
  }
  try {
    if (word === '--logout') say(await logOut(readServerSettings(environment)));
    else if (word !== undefined) throw new ToldError(texts.wrongArgument(word));
    else await chat(program, openTerminal(input, output));
    return 0;
  } catch (error) {
    if (!(error instanceof ToldError)) throw error;
    say(error.message);
    return 1;
  }
}

async function chat({ environment, onInterrupt }: ChatProgram, terminal: Terminal): Promise<void> {
  /** What Ctrl-C stops: the answer under way, else the program. */
  let stop = new AbortController();
  let isAnswering = false;
  const interrupt = () => {
    stop.abort();
    if (!isAnswering) terminal.close();
  };
  terminal.onInterrupt(interrupt);
  // Nobody is left to log in; an answer under way may end.
  terminal.onGone(() => {
    if (!isAnswering) stop.abort();
  });
  onInterrupt?.(interrupt);
  try {
    const modelSettings = readModelSettings(environment);
    const server = await connect(readServerSettings(environment), terminal, stop.signal);
    try {
      const model = createModel(modelSettings);
      const toolbox = createToolbox(server, terminal);
      const history = createHistory(instructions);
      terminal.say(texts.welcome(modelSettings.model, toolbox.definitions.length));
      for (;;) {
        const question = await terminal.read();
        if (question === undefined) return;
        if (!question.trim()) continue;
        stop = new AbortController();
        isAnswering = true;
        await answerQuestion(question, { model, toolbox, terminal, history }, stop.signal);
        isAnswering = false;
      }
    } finally {
      await server.close();
    }
  } finally {
    terminal.close();
  }
}
