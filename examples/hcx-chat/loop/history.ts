import type { Message } from '../model/messages.ts';

/** How much of a conversation a model gets to see again. */
const mostMessages = 60;
const mostCharacters = 60_000;

export interface History {
  add(message: Message): void;
  /** What a request carries: the instructions and what is left of the conversation. */
  messages(): readonly Message[];
}

/**
 * A conversation that does not grow for ever. Whole questions are forgotten, the oldest first: an answer to a call must
 * not stand without the call. The question of now stays whole.
 */
export function createHistory(instructions: string): History {
  let kept: readonly Message[] = [];

  function isTooMuch(): boolean {
    return kept.length > mostMessages || JSON.stringify(kept).length > mostCharacters;
  }

  return {
    add(message) {
      kept = [...kept, message];
      while (isTooMuch()) {
        const next = kept.findIndex(({ role }, index) => role === 'user' && index > 0);
        if (next < 0) return;
        kept = kept.slice(next);
      }
    },
    messages: () => [{ role: 'system', content: instructions }, ...kept],
  };
}
