import { ago, exactTime } from '../format/time.ts';
import { language } from '../state/language.ts';
import { now } from '../state/screen.ts';

/** How long ago, with the exact time for who points at it. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactTime(language.value, at)}>
      {ago(language.value, at, now.value)}
    </time>
  );
}
