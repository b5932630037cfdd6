import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { closeDialog } from '../state/dialogs.ts';
import { isOfInputMethod } from '../state/input-method.ts';
import { texts } from '../state/language.ts';
import { focusFirst } from './focus-first.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly title: string;
  /** A touch beside it closes a sheet; in a form it would lose what was typed. */
  readonly kind?: 'sheet' | 'form';
  readonly onClose?: () => void;
  readonly children: ComponentChildren;
}

/** The browser's own modal: it keeps the focus inside and gives it back. */
export function Dialog({ isOpen, title, kind = 'form', onClose = closeDialog, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before anything else happens, or the first letters that a quick hand types would go to the page behind.
  useLayoutEffect(() => {
    if (!isOpen) {
      element.current?.close();
      return;
    }
    element.current?.showModal();
    focusFirst(element.current);
  }, [isOpen]);
  return (
    <dialog
      ref={element}
      class={`dialog dialog-of-ours dialog-${kind}`}
      aria-labelledby={isOpen ? titleId : undefined}
      onClose={(event) => {
        // The browser tells of it later, and a quick hand may have opened it again.
        if (isOpen && !event.currentTarget.open) onClose();
      }}
      onClick={(event) => {
        if (kind === 'sheet' && event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isOfInputMethod(event) || !(event.ctrlKey || event.metaKey))
          return;
        event.preventDefault();
        element.current?.querySelector('form')?.requestSubmit();
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
