import { useState } from 'preact/hooks';
import { createDomain } from '../api/domains.ts';
import { putDomain } from '../state/domains.ts';
import { texts } from '../state/language.ts';
import { go, listRoute } from '../state/route.ts';
import { show } from '../state/toasts.ts';
import { Field, FormProblem, problemOf } from './field.tsx';
import { useSubmit } from './use-submit.ts';

/** Makes a domain and goes there. */
export function DomainForm({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }) {
  const t = texts.value;
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const { submit, isBusy, failure } = useSubmit(async () => {
    const made = await createDomain(name.trim(), description.trim());
    putDomain(made);
    onDone();
    go(listRoute(made.name));
    show({ words: (words) => words.domainMade(made.name) });
  });
  const isTaken = failure?.code === 'CONFLICT';
  return (
    <form class="form" onSubmit={submit} noValidate>
      <Field
        label={t.domainName}
        hint={t.domainNameHint}
        problem={isTaken ? failure.message : problemOf(failure, 'name')}
      >
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            required
            data-first
            placeholder="tech-articles"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t.description} isOptional problem={problemOf(failure, 'description')}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            placeholder={t.domainDescriptionHint}
            value={description}
            onInput={(event) => setDescription(event.currentTarget.value)}
          />
        )}
      </Field>
      {!isTaken && <FormProblem failure={failure} fields={['name', 'description']} />}
      <div class="form-actions">
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {t.cancel}
          </button>
        )}
        <button type="submit" class="button button-main" aria-disabled={isBusy}>
          {t.makeDomain}
        </button>
      </div>
    </form>
  );
}
