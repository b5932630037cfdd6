import { wordsOf } from '../state/failure-words.ts';
import { texts } from '../state/language.ts';
import { listingFailure, refresh } from '../state/listing.ts';

/** Why the list is still the old one. Of silence the notice above tells. */
export function ListProblem() {
  const t = texts.value;
  const failure = listingFailure.value;
  if (failure === null || failure.code === 'UNREACHABLE') return null;
  return (
    <p class="list-problem" role="alert">
      {wordsOf(failure, t)}{' '}
      <button type="button" class="link-button" onClick={() => void refresh()}>
        {t.retry}
      </button>
    </p>
  );
}
