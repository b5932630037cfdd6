import type { DeliveryState } from '../../../src/contract.ts';
import { texts } from '../state/language.ts';
import { Icon } from './icons.tsx';

/** Shape and word beside the colour, so that nobody needs the colour. */
export function StateMark({ state, bare = false }: { state: DeliveryState; bare?: boolean }) {
  const word = texts.value.states[state];
  return (
    <span class="state" data-state={state}>
      <Icon name={state} />
      <span class={bare ? 'hidden' : undefined}>{word}</span>
    </span>
  );
}
