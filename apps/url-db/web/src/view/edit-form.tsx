import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isOfInputMethod } from '../state/input-method.ts';
import { texts } from '../state/language.ts';
import { focusFirst } from './focus-first.ts';

interface Props {
  readonly class?: string;
  readonly onSubmit: (event: Event) => Promise<void>;
  readonly onCancel: () => void;
  readonly isBusy: boolean;
  /** At the other end of the line of buttons. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A form in place of what it changes: Esc leaves it, Ctrl or Cmd with Enter saves from anywhere in it. */
export function EditForm(props: Props) {
  const t = texts.value;
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    focusFirst(form.current);
    // With its buttons, not only with the field that has the focus.
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={form}
      class={`form edit-form ${props.class ?? ''}`}
      noValidate
      onSubmit={props.onSubmit}
      onKeyDown={(event) => {
        if (isOfInputMethod(event)) return;
        if (event.key === 'Escape') props.onCancel();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          form.current?.requestSubmit();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {props.children}
      <div class="form-actions">
        {props.aside}
        <button type="button" class="button button-small" onClick={props.onCancel}>
          {t.cancel}
        </button>
        <button
          type="submit"
          class="button button-small button-main"
          aria-disabled={props.isBusy}
          title={t.saveHint}
        >
          {t.save}
        </button>
      </div>
    </form>
  );
}
