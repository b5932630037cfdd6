import { useEffect, useState } from 'preact/hooks';
import { deleteDomain } from '../api/domains.ts';
import { closeDialog, dialog } from '../state/dialogs.ts';
import { domains, dropDomain } from '../state/domains.ts';
import { texts } from '../state/language.ts';
import { go, listRoute } from '../state/route.ts';
import { show } from '../state/toasts.ts';
import { Dialog } from './dialog.tsx';
import { Field, FormProblem } from './field.tsx';
import { useSubmit } from './use-submit.ts';

/** It cannot be undone, so where URLs would go with it the name is asked for. */
export function RemoveDomainDialog() {
  const t = texts.value;
  const asked = dialog.value?.name === 'remove-domain' ? dialog.value.domain : null;
  const [typed, setTyped] = useState('');
  useEffect(() => setTyped(''), [asked]);
  const count = domains.value?.find(({ name }) => name === asked)?.node_count ?? 0;
  const isSure = count === 0 || typed.trim() === asked;
  const { submit, isBusy, failure } = useSubmit(async () => {
    if (asked === null || !isSure) return;
    await deleteDomain(asked);
    closeDialog();
    go(listRoute(null));
    dropDomain(asked);
    show({ words: (words) => words.domainDeleted(asked) });
  });
  return (
    <Dialog isOpen={asked !== null} title={t.deleteDomainTitle(asked ?? '')}>
      <form class="form" onSubmit={submit} noValidate>
        <p class="dialog-text">{t.deleteDomainBody(count)}</p>
        {count > 0 && (
          <Field label={t.typeDomainName(asked ?? '')}>
            {(control) => (
              <input
                {...control}
                class="input"
                data-first
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                value={typed}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
        <FormProblem failure={failure} />
        <div class="form-actions">
          <button type="button" class="button" onClick={closeDialog}>
            {t.cancel}
          </button>
          <button
            type="submit"
            class="button button-danger"
            disabled={!isSure}
            aria-disabled={isBusy}
          >
            {t.deleteDomain}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
