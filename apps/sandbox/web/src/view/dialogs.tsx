import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type DialogName, dialog } from '../state/keys.ts';
import { texts } from '../state/language.ts';
import { messages } from '../state/messages.ts';
import { Guide } from './guide.tsx';
import { Icon } from './icons.tsx';

interface Props {
  readonly name: DialogName;
  readonly label: string;
  readonly children: ComponentChildren;
}

const close = (): void => {
  dialog.value = null;
};

/** The browser's own modal: it keeps the focus inside and gives it back. */
function Dialog({ name, label, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const open = dialog.value === name;
  useEffect(() => {
    if (open) element.current?.showModal();
    else element.current?.close();
  }, [open]);
  return (
    <dialog ref={element} class={`dialog dialog-${name}`} aria-label={label} onClose={close}>
      {open && children}
    </dialog>
  );
}

export function ClearDialog() {
  const t = texts.value;
  const [failed, setFailed] = useState(false);
  const clear = async () => {
    const answer = await fetch('/_sandbox/messages', { method: 'DELETE' }).catch(() => null);
    setFailed(!answer?.ok);
    if (answer?.ok) close();
  };
  return (
    <Dialog name="clear" label={t.clearTitle}>
      <h2>{t.clearTitle}</h2>
      <p>{t.clearBody(messages.value.length)}</p>
      {failed && (
        <p class="dialog-error" role="alert">
          {t.clearFailed}
        </p>
      )}
      <div class="dialog-actions">
        <button type="button" class="button" onClick={close}>
          {t.cancel}
        </button>
        <button type="button" class="button button-danger" onClick={clear}>
          {t.clear}
        </button>
      </div>
    </Dialog>
  );
}

export function GuideDialog() {
  const t = texts.value;
  return (
    <Dialog name="guide" label={t.guide}>
      <DialogHead title={t.guide} />
      <Guide within />
    </Dialog>
  );
}

export function HelpDialog() {
  const t = texts.value;
  const keys: [readonly string[], string][] = [
    [['/'], t.keys.search],
    [['j', '↓'], t.keys.next],
    [['k', '↑'], t.keys.previous],
    [['Enter'], t.keys.open],
    [['Esc'], t.keys.back],
    [['?'], t.keys.help],
  ];
  return (
    <Dialog name="help" label={t.shortcuts}>
      <DialogHead title={t.shortcuts} />
      <dl class="keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function DialogHead({ title }: { title: string }) {
  return (
    <div class="dialog-head">
      <h2>{title}</h2>
      <button type="button" class="round" aria-label={texts.value.close} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}
