import { texts } from '../texts.ts';
import { ToldError } from '../told-error.ts';
import { createGathering, objectOf } from './gather.ts';
import type { ModelAnswer } from './messages.ts';
import { readEvents } from './read-events.ts';

/**
 * Reads an answer, streamed or not: what the endpoint sends decides.
 *
 * @throws ToldError where it makes no sense, or breaks off: nothing is sent on the strength of half an answer
 */
export async function readAnswer(
  response: Response,
  onText: (piece: string) => void,
): Promise<ModelAnswer> {
  const gathering = createGathering(onText);
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
    gathering.add(choiceOf(parse(await response.text()), true));
    return gathering.answer();
  }
  let isDone = false;
  for await (const data of readEvents(response.body ?? new ReadableStream())) {
    isDone = data === '[DONE]';
    if (isDone) break;
    gathering.add(choiceOf(parse(data), false));
  }
  if (!isDone && !gathering.isFinished()) throw new ToldError(texts.modelBrokeOff);
  return gathering.answer();
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ToldError(texts.modelUnclear);
  }
}

/** A stream also has pieces without a choice, such as the count of tokens. */
function choiceOf(answer: unknown, isNeeded: boolean): unknown {
  const { choices, error } = objectOf(answer);
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  if (error || (isNeeded && !objectOf(choice).message)) throw new ToldError(texts.modelUnclear);
  return choice;
}
