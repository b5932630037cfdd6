import { useEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../state/language.ts';
import { loaded, messages } from '../state/messages.ts';

/** Tells a screen reader of the latest arrival; of a burst only the last. */
export function Announcer() {
  const newest = messages.value.at(-1);
  const seen = useRef<number | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!loaded.value) return;
    const first = seen.current === null;
    const known = seen.current ?? 0;
    seen.current = newest?.id ?? 0;
    if (!first && newest && newest.id > known) {
      setWords(texts.value.arrived(newest.from, newest.name ?? newest.to));
    }
  }, [newest?.id, loaded.value]);
  return (
    <p class="hidden" aria-live="polite">
      {words}
    </p>
  );
}
