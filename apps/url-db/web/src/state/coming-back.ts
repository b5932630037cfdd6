import { loadDomains } from './domains.ts';
import { refreshInPlace } from './listing.ts';
import { readAgain } from './opened.ts';

const AWAY_MS = 10_000;

function readAll(): void {
  void loadDomains();
  void refreshInPlace();
  readAgain();
}

/** Agents and other programs change things while nobody looks: who comes back to the tab sees what is there now. */
export function followComingBack(): void {
  let leftAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leftAt = Date.now();
    else if (Date.now() - leftAt > AWAY_MS) readAll();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) readAll();
  });
}
