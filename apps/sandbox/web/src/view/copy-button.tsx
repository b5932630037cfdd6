import { useEffect, useState } from 'preact/hooks';
import { texts } from '../state/language.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly text: string;
  /** What is copied, for those who do not see the place of the button. */
  readonly label?: string;
  /** Only the icon is shown. */
  readonly quiet?: boolean;
}

const CONFIRMED_MS = 1_600;

export function CopyButton({ text, label, quiet = false }: Props) {
  const t = texts.value;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => setCopied(await write(text));
  const words = label ?? t.copy;
  return (
    <button
      type="button"
      class={quiet ? 'copy copy-quiet' : 'copy'}
      data-copied={copied}
      aria-label={copied ? t.copied : words}
      title={quiet ? words : undefined}
      onClick={copy}
    >
      <Icon name={copied ? 'done' : 'copy'} />
      {!quiet && <span aria-live="polite">{copied ? t.copied : words}</span>}
    </button>
  );
}

/** The clipboard API exists on https and localhost only; a sandbox in a container has neither. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'hidden';
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
