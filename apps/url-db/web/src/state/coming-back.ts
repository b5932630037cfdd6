import { loadDomains } from './domains.ts';
import { refresh } from './listing.ts';
import { readAgain } from './opened.ts';

const AWAY_MS = 10_000;

/** A list that was scrolled stays as it is, or one would lose one's place. */
const isAtTop = (): boolean => (document.querySelector('.rows')?.scrollTop ?? 0) === 0;

function readAll(): void {
  void loadDomains();
  if (isAtTop()) void refresh();
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
