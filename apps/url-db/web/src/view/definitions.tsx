import { useEffect, useState } from 'preact/hooks';
import { attributeTypes } from '../../../src/attributes/types.ts';
import { createDefinition, deleteDefinition } from '../api/domains.ts';
import { asFailure, type Failure } from '../api/failure.ts';
import type { Definition } from '../api/types.ts';
import { definitions, loadDefinitions } from '../state/domains.ts';
import { editing, isEditing, stopEditing } from '../state/editing.ts';
import { wordsOf } from '../state/failure-words.ts';
import { texts } from '../state/language.ts';
import { show } from '../state/toasts.ts';
import { EditForm } from './edit-form.tsx';
import { Field, FormProblem, problemOf } from './field.tsx';
import { Icon } from './icons.tsx';
import { useSubmit } from './use-submit.ts';

/** Which attributes the URLs of a domain may have. */
export function Definitions({ domain }: { domain: string }) {
  const t = texts.value;
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    loadDefinitions(domain).catch((error: unknown) => setFailure(asFailure(error)));
  }, [domain]);
  const list = definitions.value.get(domain);
  return (
    <section class="attributes" aria-labelledby="definitions-title">
      <h3 id="definitions-title">{t.definitions}</h3>
      <FormProblem failure={failure} />
      {list?.length === 0 && <p class="attributes-none">{t.noDefinitions}</p>}
      {list !== undefined && list.length > 0 && (
        <ul class="attribute-rows">
          {list.map((one) => (
            <DefinitionRow key={one.composite_id} definition={one} />
          ))}
        </ul>
      )}
      {isEditing('new-definition') ? (
        <NewDefinition domain={domain} />
      ) : (
        <div class="offers">
          <button
            id="add-definition"
            type="button"
            class="offer offer-main"
            onClick={() => {
              editing.value = { what: 'new-definition' };
            }}
          >
            <Icon name="add" />
            {t.newDefinition}
          </button>
        </div>
      )}
      <p class="field-hint">{t.definitionsHint}</p>
    </section>
  );
}

function DefinitionRow({ definition }: { definition: Definition }) {
  const t = texts.value;
  const { name, type, description, composite_id, domain_name } = definition;
  const [isRefused, setRefused] = useState(false);
  const id = `delete-${name}`;
  const remove = async (withValues: boolean) => {
    try {
      await deleteDefinition(composite_id, withValues);
      await loadDefinitions(domain_name);
      document.getElementById('add-definition')?.focus();
      show({ words: (words) => words.definitionDeleted(name) });
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'CONSTRAINT_VIOLATION') setRefused(true);
      else show({ words: (words) => words.notSaved(wordsOf(failure, words)), isBad: true });
    }
  };
  return (
    <li class="attribute definition">
      <span class="attribute-name">{name}</span>
      <div class="attribute-value">
        <span class="type">{t.types[type]}</span>
        {description && <span class="definition-description">{description}</span>}
      </div>
      <div class="attribute-tools">
        <button
          id={id}
          type="button"
          class="quiet"
          aria-label={t.deleteDefinition(name)}
          title={t.deleteDefinition(name)}
          onClick={() => void remove(false)}
        >
          <Icon name="trash" />
        </button>
      </div>
      {isRefused && (
        <p class="definition-refused" role="alert">
          {t.definitionInUse}
          <button
            type="button"
            class="link-button"
            onClick={() => {
              setRefused(false);
              document.getElementById(id)?.focus();
            }}
          >
            {t.keepIt}
          </button>
          <button type="button" class="link-button link-danger" onClick={() => void remove(true)}>
            {t.deleteWithValues}
          </button>
        </p>
      )}
    </li>
  );
}

const done = (): void => stopEditing('add-definition');

function NewDefinition({ domain }: { domain: string }) {
  const t = texts.value;
  const [name, setName] = useState('');
  const [type, setType] = useState<Definition['type']>('tag');
  const [description, setDescription] = useState('');
  const { submit, isBusy, failure } = useSubmit(async () => {
    await createDefinition(domain, {
      name: name.trim(),
      type,
      description: description.trim(),
    });
    await loadDefinitions(domain);
    done();
  });
  const isTaken = failure?.code === 'CONFLICT';
  return (
    <EditForm class="new-attribute" onSubmit={submit} onCancel={done} isBusy={isBusy}>
      <div class="field-pair">
        <Field
          label={t.attributeName}
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
              data-first
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t.attributeType}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={type}
              onChange={(event) => {
                const chosen = attributeTypes.find((one) => one === event.currentTarget.value);
                if (chosen) setType(chosen);
              }}
            >
              {attributeTypes.map((one) => (
                <option key={one} value={one}>
                  {t.types[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label={t.description} isOptional problem={problemOf(failure, 'description')}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            placeholder={t.definitionDescription}
            value={description}
            onInput={(event) => setDescription(event.currentTarget.value)}
          />
        )}
      </Field>
      {!isTaken && <FormProblem failure={failure} fields={['name', 'description']} />}
    </EditForm>
  );
}
