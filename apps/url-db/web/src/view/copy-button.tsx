import { useEffect, useState } from 'preact/hooks';
import { announce } from '../state/announcement.ts';
import { texts } from '../state/language.ts';
import { Icon } from './icons.tsx';

const SHOWN_MS = 1_600;

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  // Over http on another machine the browser has no clipboard for us.
  if (!navigator.clipboard) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The browser refused; without the tick it is seen that nothing was copied.
      return;
    }
    setCopied(true);
    announce(texts.value.copied);
  };
  return (
    <button
      type="button"
      class="quiet"
      data-done={isCopied}
      aria-label={label}
      title={label}
      onClick={copy}
    >
      <Icon name={isCopied ? 'done' : 'copy'} />
    </button>
  );
}
