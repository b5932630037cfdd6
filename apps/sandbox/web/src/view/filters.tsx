import {
  counts,
  type ProviderFilter,
  providerFilter,
  type StateFilter,
  stateFilter,
} from '../state/criteria.ts';
import { language, texts } from '../state/language.ts';

const states = ['all', 'moving', 'delivered', 'failed'] as const satisfies readonly StateFilter[];
const providers = ['all', 'baas', 'twilio', 'kakao'] as const satisfies readonly ProviderFilter[];

/** 12,345 does not fit into a tab; 1.2만 and 12K do. */
const compact = (n: number): string =>
  new Intl.NumberFormat(language.value, { notation: 'compact' }).format(n);

export function Filters() {
  const t = texts.value;
  return (
    <fieldset class="filters">
      <legend class="hidden">{t.stateFilter}</legend>
      {states.map((state) => (
        <label key={state} data-state={state}>
          <input
            type="radio"
            name="state"
            checked={stateFilter.value === state}
            onChange={() => {
              stateFilter.value = state;
            }}
          />
          <span>{t.filters[state]}</span>
          <b data-none={counts.value[state] === 0}>{compact(counts.value[state])}</b>
        </label>
      ))}
    </fieldset>
  );
}

export function ProviderSelect() {
  const t = texts.value;
  return (
    <select
      class="provider-select"
      aria-label={t.providerFilter}
      value={providerFilter.value}
      onChange={(event) => {
        const chosen = providers.find((each) => each === event.currentTarget.value);
        providerFilter.value = chosen ?? 'all';
      }}
    >
      {providers.map((each) => (
        <option key={each} value={each}>
          {each === 'all' ? t.allProviders : t.providers[each]}
        </option>
      ))}
    </select>
  );
}
