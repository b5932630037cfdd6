import { showAll } from '../state/criteria.ts';
import { texts } from '../state/language.ts';
import { loaded } from '../state/messages.ts';
import { phones } from '../state/phones.ts';
import { Filters, ProviderSelect } from './filters.tsx';
import { PhoneRow } from './phone-row.tsx';
import { SearchField } from './search-field.tsx';
import { useGrowing } from './use-growing.ts';

const PAGE = 60;

export function Sidebar() {
  const t = texts.value;
  const list = phones.value;
  const { shown, sentinel } = useGrowing<HTMLLIElement>(PAGE, list.length);
  return (
    <nav class="sidebar" aria-label={t.phones}>
      <div class="sidebar-head">
        <SearchField />
        <Filters />
        <div class="sidebar-count">
          <span aria-live="polite">{t.phoneCount(list.length)}</span>
          <ProviderSelect />
        </div>
      </div>
      {loaded.value && list.length === 0 && <NothingFound />}
      <ul class="phones">
        {list.slice(0, shown).map((phone) => (
          <PhoneRow key={phone.number} phone={phone} />
        ))}
        {shown < list.length && <li class="sentinel" ref={sentinel} />}
      </ul>
    </nav>
  );
}

function NothingFound() {
  const t = texts.value;
  return (
    <div class="nothing">
      <strong>{t.nothingFound}</strong>
      <p>{t.nothingFoundBody}</p>
      <button type="button" class="button" onClick={showAll}>
        {t.showAll}
      </button>
    </div>
  );
}
