import { query } from '../state/criteria.ts';
import { texts } from '../state/language.ts';
import { Icon } from './icons.tsx';

export function SearchField() {
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
        spellcheck={false}
        aria-label={t.search}
        aria-keyshortcuts="/"
        placeholder={t.search}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
        }}
      />
      {query.value === '' ? (
        <kbd>/</kbd>
      ) : (
        <button
          type="button"
          class="search-clear"
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
