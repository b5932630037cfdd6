import type { ComponentChildren } from 'preact';
import { asUrl } from '../format/url.ts';
import { openAdd } from '../state/dialogs.ts';
import { domains, domainsFailure, isNew } from '../state/domains.ts';
import { wordsOf } from '../state/failure-words.ts';
import { texts } from '../state/language.ts';
import { listing, listingFailure, query, refresh } from '../state/listing.ts';
import { go, listRoute } from '../state/route.ts';
import { DomainForm } from './domain-form.tsx';
import { Logo } from './icons.tsx';

/** Where there is no list: why, and what one can do about it. */
export function Empty() {
  const t = texts.value;
  const failure = listingFailure.value ?? domainsFailure.value;
  const now = listing.value;
  // Of silence the notice above tells.
  if (now === null && failure?.code === 'UNREACHABLE') return null;
  if (failure !== null && (now === null || failure.code === 'DOMAIN_NOT_FOUND')) {
    return failure.code === 'DOMAIN_NOT_FOUND' ? (
      <NoDomain name={String(failure.facts.domain_name ?? '')} />
    ) : (
      <Note title={t.failed} body={wordsOf(failure, t)}>
        <button type="button" class="button" onClick={() => void refresh()}>
          {t.retry}
        </button>
      </Note>
    );
  }
  if (now === null || domains.value === null) return null;
  if (isNew.value) {
    return (
      <Note title={t.firstDomain} body={t.firstDomainBody} isWelcome>
        <DomainForm onDone={() => undefined} />
      </Note>
    );
  }
  if (now.search !== '') return <NothingFound words={now.search} domain={now.domain} />;
  return (
    <Note title={t.emptyList} body={t.emptyListBody}>
      <button type="button" class="button button-main" onClick={() => openAdd('')}>
        {t.add}
      </button>
    </Note>
  );
}

function NothingFound({ words, domain }: { words: string; domain: string | null }) {
  const t = texts.value;
  const url = asUrl(query.value);
  return (
    <Note
      title={t.nothingFound(words)}
      body={url === undefined ? t.nothingFoundBody : t.notKeptYet}
    >
      {domain !== null && (
        <button type="button" class="button" onClick={() => go(listRoute(null))}>
          {t.searchEverywhere}
        </button>
      )}
      {url !== undefined && (
        <button type="button" class="button button-main" onClick={() => openAdd(url)}>
          {t.addIt}
        </button>
      )}
    </Note>
  );
}

function NoDomain({ name }: { name: string }) {
  const t = texts.value;
  return (
    <Note title={t.noDomain(name)} body={t.noDomainBody}>
      <button type="button" class="button" onClick={() => go(listRoute(null))}>
        {t.seeAll}
      </button>
    </Note>
  );
}

interface NoteProps {
  readonly title: string;
  readonly body: string;
  readonly isWelcome?: boolean;
  readonly children?: ComponentChildren;
}

export function Note({ title, body, isWelcome = false, children }: NoteProps) {
  return (
    <section class="note" data-welcome={isWelcome}>
      {isWelcome && <Logo />}
      <h3>{title}</h3>
      <p>{body}</p>
      {children && <div class="note-actions">{children}</div>}
    </section>
  );
}
