import { texts } from '../state/language.ts';
import { isComposing, query } from '../state/listing.ts';
import { Icon } from './icons.tsx';
import { KeyHint } from './key-hint.tsx';

export function SearchField({ place }: { place: string }) {
  const t = texts.value;
  return (
    <search class="search">
      <Icon name="search" />
      <input
        id="search"
        type="text"
        inputMode="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={1000}
        aria-label={t.searchIn(place)}
        aria-keyshortcuts="/"
        placeholder={t.searchIn(place)}
        value={query.value}
        onInput={(event) => {
          isComposing.value = event.isComposing;
          query.value = event.currentTarget.value;
        }}
        onCompositionEnd={() => {
          isComposing.value = false;
        }}
      />
      {query.value === '' ? (
        <KeyHint name="/" />
      ) : (
        <button
          type="button"
          class="quiet"
          aria-label={t.clearSearch}
          onClick={() => {
            query.value = '';
            document.getElementById('search')?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
