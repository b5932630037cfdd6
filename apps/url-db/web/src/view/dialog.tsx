import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { closeDialog } from '../state/dialogs.ts';
import { texts } from '../state/language.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly title: string;
  readonly kind?: 'sheet' | 'plain';
  readonly onClose?: () => void;
  readonly children: ComponentChildren;
}

/** The browser's own modal: it keeps the focus inside and gives it back. */
export function Dialog({ isOpen, title, kind = 'plain', onClose = closeDialog, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (isOpen) element.current?.showModal();
    else element.current?.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same by keyboard
    <dialog
      ref={element}
      class={`dialog dialog-of-ours dialog-${kind}`}
      aria-labelledby={isOpen ? titleId : undefined}
      onClose={() => {
        if (isOpen) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {isOpen && (
        <div class="dialog-body">
          <div class="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" class="quiet" aria-label={texts.value.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
