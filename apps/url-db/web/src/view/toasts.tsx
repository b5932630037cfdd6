import { texts } from '../state/language.ts';
import { dismiss, hold, release, toasts, undo } from '../state/toasts.ts';
import { Icon } from './icons.tsx';
import { KeyHint } from './key-hint.tsx';

const SHOWN = 3;

/** Time stands still for who points at them or has come to their button by keyboard. */
export function Toasts() {
  const t = texts.value;
  return (
    <section
      class="toasts"
      aria-label={t.notices}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocusCapture={hold}
      onBlurCapture={release}
    >
      {toasts.value.slice(-SHOWN).map(({ id, words, isBad, undo: canUndo }) => (
        <div key={id} class="toast" data-bad={isBad}>
          <p>{words(t)}</p>
          {canUndo && (
            <button type="button" class="toast-undo" aria-keyshortcuts="z" onClick={() => undo(id)}>
              <Icon name="undo" />
              {t.undo}
              <KeyHint name="z" />
            </button>
          )}
          {isBad && (
            <button type="button" class="quiet" aria-label={t.close} onClick={() => dismiss(id)}>
              <Icon name="close" />
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
