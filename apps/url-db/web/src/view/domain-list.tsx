import { useState } from 'preact/hooks';
import { dialog } from '../state/dialogs.ts';
import { allCount, domains } from '../state/domains.ts';
import { texts } from '../state/language.ts';
import { go, hrefOf, listRoute, route } from '../state/route.ts';
import { Icon } from './icons.tsx';

/** From here on one looks for a domain rather than at all of them. */
const MANY = 12;

/** All URLs, then the domains by name. `onChoose` where choosing also closes what this stands in. */
export function DomainList({ onChoose }: { onChoose?: () => void }) {
  const t = texts.value;
  const [words, setWords] = useState('');
  const list = domains.value;
  const found = list?.filter(({ name }) => name.includes(words.trim().toLowerCase()));
  return (
    <div class="domains">
      <ul>
        <DomainLink name={null} count={allCount.value} onChoose={onChoose} />
      </ul>
      <div class="domains-head">
        <h2>{t.domains}</h2>
        <button
          type="button"
          class="quiet"
          aria-label={t.newDomain}
          title={t.newDomain}
          onClick={() => {
            dialog.value = { name: 'domain' };
          }}
        >
          <Icon name="add" />
        </button>
      </div>
      {list !== null && list.length > MANY && (
        <input
          class="domain-find"
          type="search"
          autocomplete="off"
          spellcheck={false}
          aria-label={t.findDomain}
          placeholder={t.findDomain}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <ul class="domain-links">
        {found?.map(({ name, node_count }) => (
          <DomainLink key={name} name={name} count={node_count} onChoose={onChoose} />
        ))}
      </ul>
      {found?.length === 0 && words !== '' && <p class="domains-none">{t.noSuchDomains}</p>}
    </div>
  );
}

interface LinkProps {
  readonly name: string | null;
  readonly count: number | null;
  readonly onChoose: (() => void) | undefined;
}

function DomainLink({ name, count, onChoose }: LinkProps) {
  const t = texts.value;
  const to = listRoute(name);
  const isChosen = route.value.domain === name;
  return (
    <li>
      <a
        class="domain-link"
        href={hrefOf(to)}
        aria-current={isChosen ? 'page' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onChoose?.();
          go(to);
        }}
      >
        <Icon name={name === null ? 'all' : 'drawer'} />
        <span class="domain-name">{name ?? t.allUrls}</span>
        {count !== null && (
          <span class="domain-count">
            <span aria-hidden="true">{t.count(count, false)}</span>
            <span class="hidden">{t.urls(count)}</span>
          </span>
        )}
      </a>
    </li>
  );
}
