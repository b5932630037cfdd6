import { visibleNodes, visibleTotal } from '../state/deletions.ts';
import { dialog, openAdd } from '../state/dialogs.ts';
import { chosenDomain, isNew } from '../state/domains.ts';
import { texts } from '../state/language.ts';
import { isAsking, listing, listingFailure } from '../state/listing.ts';
import { aboutRoute, go, hrefOf, route } from '../state/route.ts';
import { Empty } from './empty.tsx';
import { Icon } from './icons.tsx';
import { ListProblem } from './list-problem.tsx';
import { Rows } from './rows.tsx';
import { SearchField } from './search-field.tsx';
import { WaitingRows } from './waiting-rows.tsx';

/** Search, and what it found or what there is. */
export function ListColumn() {
  const t = texts.value;
  const hasNoDomain = listingFailure.value?.code === 'DOMAIN_NOT_FOUND';
  const isEmpty = visibleNodes.value.length === 0 || hasNoDomain;
  return (
    <main class="list" aria-label={t.list} aria-busy={isAsking.value}>
      {!isNew.value && <ListHead />}
      {!isEmpty && <ListProblem />}
      {listing.value !== null && !isEmpty ? <Rows /> : <Empty />}
      {listing.value === null && <WaitingRows />}
      {!isNew.value && (
        <button type="button" class="add-round" aria-label={t.add} onClick={add}>
          <Icon name="add" />
        </button>
      )}
    </main>
  );
}

const add = (): void => openAdd('');

function ListHead() {
  const t = texts.value;
  const { domain } = route.value;
  const place = domain ?? t.allUrls;
  const now = listing.value;
  const isMine = now !== null && now.domain === domain;
  return (
    <header class="list-head">
      <div class="list-title">
        <h2 class="on-wide">{place}</h2>
        {/* There the brand, which heads the page elsewhere, has no room. */}
        <h1 class="on-phone">
          <button
            type="button"
            class="place-button"
            aria-label={t.chooseDomain(place)}
            aria-haspopup="dialog"
            onClick={() => {
              dialog.value = { name: 'domains' };
            }}
          >
            <span>{place}</span>
            <Icon name="down" />
          </button>
        </h1>
        {isMine && (
          <span class="list-count">
            {now.search === ''
              ? t.count(visibleTotal.value, now.isCapped)
              : visibleTotal.value > 0 && t.found(visibleTotal.value, now.isCapped)}
          </span>
        )}
        <span class="list-tools">
          {chosenDomain.value && (
            <a
              class="quiet about-link"
              href={hrefOf(aboutRoute(chosenDomain.value.name))}
              aria-label={t.about(chosenDomain.value.name)}
              title={t.aboutShort}
              aria-current={route.value.place === 'about' ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault();
                if (chosenDomain.value) go(aboutRoute(chosenDomain.value.name));
              }}
            >
              <Icon name="info" />
            </a>
          )}
          <button
            type="button"
            class="button button-main button-small on-wide"
            aria-keyshortcuts="n"
            onClick={add}
          >
            <Icon name="add" />
            {t.add}
          </button>
        </span>
      </div>
      <SearchField place={place} />
    </header>
  );
}
