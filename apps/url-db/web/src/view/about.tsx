import { useState } from 'preact/hooks';
import { updateDomain } from '../api/domains.ts';
import { asFailure } from '../api/failure.ts';
import type { Domain } from '../api/types.ts';
import { dialog } from '../state/dialogs.ts';
import { putDomain } from '../state/domains.ts';
import { editing, isEditing, stopEditing } from '../state/editing.ts';
import { wordsOf } from '../state/failure-words.ts';
import { texts } from '../state/language.ts';
import { show } from '../state/toasts.ts';
import { Definitions } from './definitions.tsx';
import { EditForm } from './edit-form.tsx';
import { Field, FormProblem, problemOf } from './field.tsx';
import { GrowingArea } from './growing-area.tsx';
import { Icon } from './icons.tsx';
import { Moment } from './moment.tsx';
import { useSubmit } from './use-submit.ts';

/** A domain: what it is for, what its URLs may have, and the way to delete it. */
export function About({ domain }: { domain: Domain }) {
  const t = texts.value;
  return (
    <article>
      <header class="node-head">
        <h2 class="detail-title" tabIndex={-1}>
          {domain.name}
        </h2>
        <p class="about-facts">
          {t.urls(domain.node_count)} · {t.createdAt[0]}
          <Moment at={domain.created_at} />
          {t.createdAt[1]}
        </p>
        {isEditing('domain') ? (
          <DescriptionForm domain={domain} />
        ) : (
          <Description domain={domain} />
        )}
      </header>
      <Definitions domain={domain.name} />
      <section class="about-options">
        <Tracking domain={domain} />
        <button
          type="button"
          class="button button-small button-quiet-danger"
          onClick={() => {
            dialog.value = { name: 'remove-domain', domain: domain.name };
          }}
        >
          {t.deleteDomain}
        </button>
      </section>
    </article>
  );
}

const edit = (): void => {
  editing.value = { what: 'domain' };
};

function Description({ domain }: { domain: Domain }) {
  const t = texts.value;
  if (domain.description === null)
    return (
      <button id="edit-domain" type="button" class="link-button" onClick={edit}>
        {t.addDescription}
      </button>
    );
  return (
    <div class="described">
      <p class="node-description">{domain.description}</p>
      <button
        id="edit-domain"
        type="button"
        class="quiet"
        aria-label={`${t.description}: ${t.edit}`}
        onClick={edit}
      >
        <Icon name="edit" />
      </button>
    </div>
  );
}

const done = (): void => stopEditing('edit-domain');

function DescriptionForm({ domain }: { domain: Domain }) {
  const t = texts.value;
  const [description, setDescription] = useState(domain.description ?? '');
  const { submit, isBusy, failure } = useSubmit(async () => {
    putDomain(await updateDomain(domain.name, { description: description.trim() || null }));
    done();
  });
  return (
    <EditForm onSubmit={submit} onCancel={done} isBusy={isBusy}>
      <Field label={t.description} problem={problemOf(failure, 'description')}>
        {(control) => (
          <GrowingArea
            {...control}
            class="input"
            rows={3}
            data-first
            placeholder={t.domainDescriptionHint}
            value={description}
            onText={setDescription}
          />
        )}
      </Field>
      <FormProblem failure={failure} fields={['description']} />
    </EditForm>
  );
}

function Tracking({ domain }: { domain: Domain }) {
  const t = texts.value;
  const isOn = domain.strip_tracking === true;
  const change = async () => {
    try {
      putDomain(await updateDomain(domain.name, { strip_tracking: !isOn }));
    } catch (error) {
      const failure = asFailure(error);
      show({ words: (words) => words.notSaved(wordsOf(failure, words)), isBad: true });
    }
  };
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={() => void change()} />
      <span>
        {t.tracking}
        <small>{t.trackingHint}</small>
      </span>
    </label>
  );
}
