import { texts } from '../state/language.ts';
import { listingFailure } from '../state/listing.ts';

const widths = ['long', 'short', 'middle', 'long', 'middle', 'short'] as const;

/** Seen only where the first answer takes longer than a moment, or the server is not there yet; the style sheet waits. */
export function WaitingRows() {
  const failure = listingFailure.value;
  if (failure !== null && failure.code !== 'UNREACHABLE') return null;
  return (
    <div class="waiting" role="img" aria-label={texts.value.loading}>
      {widths.map((width, index) => (
        <div key={`${width}${index}`} class="waiting-row" data-width={width}>
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
