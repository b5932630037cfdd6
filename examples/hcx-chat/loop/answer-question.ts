import type { ModelAnswer, ModelCall } from '../model/messages.ts';
import type { Model } from '../model/model.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { texts } from '../texts.ts';
import { ToldError } from '../told-error.ts';
import { readArguments } from '../tools/read-arguments.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import type { History } from './history.ts';

/** How often a model may call tools for one question. */
const mostRounds = 8;

export interface ChatParts {
  readonly model: Model;
  readonly toolbox: Toolbox;
  readonly terminal: Terminal;
  readonly history: History;
}

/**
 * Answers one question: the model calls tools and reads their results until it has something to say. The history stays
 * in order whatever happens, so that the next question knows what was sent.
 */
export async function answerQuestion(
  question: string,
  { model, toolbox, terminal, history }: ChatParts,
  signal: AbortSignal,
): Promise<void> {
  const run = toolbox.forQuestion();
  history.add({ role: 'user', content: question });

  async function ask(): Promise<ModelAnswer> {
    let last = '\n';
    const onText = (piece: string) => {
      terminal.write(piece);
      last = piece;
    };
    try {
      return await model({
        messages: history.messages(),
        tools: toolbox.definitions,
        signal,
        onText,
      });
    } finally {
      if (!last.endsWith('\n')) terminal.write('\n');
    }
  }

  /** Ends the question with something the program says in the model's place. */
  function end(words: string): void {
    terminal.say(words);
    history.add({ role: 'assistant', content: `(${words})` });
  }

  for (let round = 0; round < mostRounds; round += 1) {
    const answer = await ask().catch(asWords);
    if (typeof answer === 'string') return end(answer);
    const { text, calls, isCut } = answer;
    if (isCut) terminal.say(texts.cutOff);
    if (calls.length === 0) {
      if (!text.trim()) return end(texts.nothingSaid);
      history.add({ role: 'assistant', content: text });
      return;
    }
    history.add({ role: 'assistant', content: text, tool_calls: calls.map(repeatable) });
    // One after the other: each may ask the person something.
    for (const call of calls)
      history.add({ role: 'tool', tool_call_id: call.id, content: await run(call, signal) });
    if (signal.aborted) return end(texts.stopped);
  }
  end(texts.tooManyRounds(mostRounds));
}

function asWords(error: unknown): string {
  if (error instanceof ToldError) return error.message;
  if (error instanceof DOMException) return texts.stopped;
  throw error;
}

/** Endpoints read what is handed back to them, and refuse the whole history for one broken call. */
function repeatable(call: ModelCall): ModelCall {
  const isRead = 'given' in readArguments(call.function.arguments);
  return isRead ? call : { ...call, function: { ...call.function, arguments: '{}' } };
}
