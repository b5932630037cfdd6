import { useState } from 'preact/hooks';
import { inferType } from '../../../src/attributes/infer-type.ts';
import { attributeTypes } from '../../../src/attributes/types.ts';
import { createDefinition } from '../api/domains.ts';
import { setAttributes } from '../api/nodes.ts';
import type { AttributeType, Definition, Node } from '../api/types.ts';
import { inputsOf } from '../format/attribute-inputs.ts';
import { announce } from '../state/announcement.ts';
import { definitions, loadDefinitions } from '../state/domains.ts';
import { editing, stopEditing } from '../state/editing.ts';
import { texts } from '../state/language.ts';
import { putAttributes } from '../state/opened.ts';
import { EditForm } from './edit-form.tsx';
import { Field, FormProblem, problemOf } from './field.tsx';
import { useSubmit } from './use-submit.ts';
import { ValueField, withTyped } from './value-field.tsx';

interface Props {
  readonly node: Node;
  /** What the domain defines and this node does not have yet. */
  readonly unused: readonly Definition[];
  readonly taken: ReadonlySet<string>;
}

const done = (): void => stopEditing('add-attribute');

export function NewAttribute({ node, unused, taken }: Props) {
  const t = texts.value;
  const chosen = editing.value?.what === 'new-attribute' ? editing.value.name : '';
  const [name, setName] = useState(chosen);
  const [wanted, setWanted] = useState<AttributeType | undefined>(undefined);
  const [values, setValues] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const domain = node.domain_name;
  const definition = definitions.value.get(domain)?.find((one) => one.name === name.trim());
  const type = definition?.type ?? wanted;
  const value = values[0] ?? '';
  const { submit, isBusy, failure } = useSubmit(async () => {
    const all = withTyped(type, values, typed);
    const key = node.composite_id;
    const named = name.trim();
    if (wanted !== undefined && definition === undefined)
      await createDefinition(domain, { name: named, type: wanted, description: '' });
    const inputs = inputsOf(named, type ?? inferType([{ value }]), all.length > 0 ? all : ['']);
    const attributes = await setAttributes(key, inputs).finally(() => loadDefinitions(domain));
    putAttributes(key, attributes);
    done();
    announce(t.attributeSaved(named));
  });
  const isTaken = taken.has(name.trim());
  return (
    <EditForm class="new-attribute" onSubmit={submit} onCancel={done} isBusy={isBusy}>
      <div class="field-pair">
        <Field label={t.attributeName} problem={problemOf(failure, 'name')}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="text"
              list="unused-attributes"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={100}
              data-first={chosen === '' || undefined}
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
              disabled={definition !== undefined}
              value={type ?? ''}
              onChange={(event) =>
                setWanted(attributeTypes.find((one) => one === event.currentTarget.value))
              }
            >
              <option value="">
                {value.trim() === '' ? t.automatic : t.automaticAs(t.types[inferType([{ value }])])}
              </option>
              {attributeTypes.map((one) => (
                <option key={one} value={one}>
                  {t.types[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <datalist id="unused-attributes">
        {unused.map((one) => (
          <option key={one.name} value={one.name} />
        ))}
      </datalist>
      <ValueField
        label={t.attributeValue}
        type={type}
        values={values}
        typed={typed}
        failure={failure}
        isFirst={chosen !== ''}
        onValues={setValues}
        onTyped={setTyped}
      />
      {isTaken && <p class="field-hint">{t.replacesAttribute(name.trim())}</p>}
      <FormProblem failure={failure} fields={['value', 'name', 'order_index', 'attributes']} />
    </EditForm>
  );
}
