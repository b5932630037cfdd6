import { announcement } from '../state/announcement.ts';

/** Two regions in turn, so that the same words a second time are a change too. */
export function Announcer() {
  const { words, count } = announcement.value;
  return (
    <div class="hidden">
      <p role="status">{count % 2 === 0 ? words : ''}</p>
      <p role="status">{count % 2 === 1 ? words : ''}</p>
    </div>
  );
}
