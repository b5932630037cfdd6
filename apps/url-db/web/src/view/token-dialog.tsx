import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../state/language.ts';
import { giveToken, tokenQuestion } from '../state/token.ts';
import { Field } from './field.tsx';
import { focusFirst } from './focus-first.ts';

/** Without a token there is nothing to go back to, so this one cannot be closed. */
export function TokenDialog() {
  const t = texts.value;
  const element = useRef<HTMLDialogElement>(null);
  const [value, setValue] = useState('');
  const question = tokenQuestion.value;
  useLayoutEffect(() => {
    if (!question) {
      element.current?.close();
      return;
    }
    if (!element.current?.open) element.current?.showModal();
    focusFirst(element.current);
  }, [question]);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={question ? 'token-title' : undefined}
      onCancel={(event) => event.preventDefault()}
    >
      {question && (
        <div class="dialog-body">
          <div class="dialog-head">
            <h2 id="token-title">{t.tokenTitle}</h2>
          </div>
          <p class="dialog-text">{t.tokenBody}</p>
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              if (value.trim() === '') return;
              setValue('');
              giveToken(value);
            }}
          >
            <Field
              label={t.token}
              hint={t.tokenHint}
              problem={question.wasWrong ? t.tokenWrong : undefined}
            >
              {(control) => (
                <input
                  {...control}
                  class="input"
                  type="password"
                  autocomplete="current-password"
                  data-first
                  value={value}
                  onInput={(event) => setValue(event.currentTarget.value)}
                />
              )}
            </Field>
            <div class="form-actions">
              <button type="submit" class="button button-main">
                {t.enter}
              </button>
            </div>
          </form>
        </div>
      )}
    </dialog>
  );
}
