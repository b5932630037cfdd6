import type { ModelAnswer, ModelCall } from './messages.ts';

interface Part {
  readonly index: number | undefined;
  readonly id: string;
  name: string;
  given: string;
}

/** Puts an answer together from its pieces: the deltas of a stream, or the one message of an answer in a whole. */
export function createGathering(onText: (piece: string) => void) {
  let text = '';
  let finish: string | undefined;
  const parts: Part[] = [];

  /** A piece with an id of its own begins a call; one without goes on with the call of its index, else the last. */
  function partFor(index: unknown, id: unknown): Part {
    const known =
      typeof index === 'number' ? parts.findLast((part) => part.index === index) : undefined;
    const part = known ?? (id ? undefined : parts.at(-1));
    if (part && (!id || part.id === id)) return part;
    const made: Part = {
      index: typeof index === 'number' ? index : undefined,
      id: typeof id === 'string' && id ? id : `call_${parts.length + 1}`,
      name: '',
      given: '',
    };
    parts.push(made);
    return made;
  }

  return {
    /** One choice, of which `message` or `delta` is read. What is missing or of another kind is passed over. */
    add(choice: unknown): void {
      const { message, delta, finish_reason } = objectOf(choice);
      const { content, tool_calls } = objectOf(delta ?? message);
      if (typeof content === 'string' && content) {
        text += content;
        onText(content);
      }
      for (const call of Array.isArray(tool_calls) ? tool_calls : []) {
        const { index, id, function: named } = objectOf(call);
        const { name, arguments: given } = objectOf(named);
        const part = partFor(index, id);
        if (typeof name === 'string' && name && part.name === '') part.name = name;
        // Some endpoints write an object in place of JSON.
        if (given !== undefined && given !== null)
          part.given += typeof given === 'string' ? given : JSON.stringify(given);
      }
      if (typeof finish_reason === 'string') finish = finish_reason;
    },
    isFinished: () => finish !== undefined,
    answer: (): ModelAnswer => ({ text, calls: parts.map(toCall), isCut: finish === 'length' }),
  };
}

function toCall({ id, name, given }: Part): ModelCall {
  return { id, type: 'function', function: { name, arguments: given || '{}' } };
}

export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
