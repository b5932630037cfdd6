import { useState } from 'preact/hooks';
import { setAttributes } from '../api/nodes.ts';
import type { Node } from '../api/types.ts';
import { type AttributeGroup, inputsOf } from '../format/attribute-inputs.ts';
import { announce } from '../state/announcement.ts';
import { stopEditing } from '../state/editing.ts';
import { texts } from '../state/language.ts';
import { putAttributes } from '../state/opened.ts';
import { EditForm } from './edit-form.tsx';
import { FormProblem } from './field.tsx';
import { useSubmit } from './use-submit.ts';
import { ValueField, withTyped } from './value-field.tsx';

interface Props {
  readonly node: Node;
  readonly group: AttributeGroup;
  /** Id of what takes the focus afterwards. */
  readonly backTo: string;
  readonly onDelete: () => void;
}

export function AttributeEditor({ node, group, backTo, onDelete }: Props) {
  const t = texts.value;
  const { name, type } = group;
  const [values, setValues] = useState<readonly string[]>(group.values.map(({ value }) => value));
  const [typed, setTyped] = useState('');
  const before = group.values.flatMap(({ order_index }) => order_index ?? []);
  const { submit, isBusy, failure } = useSubmit(async () => {
    const inputs = inputsOf(name, type, withTyped(type, values, typed), before);
    putAttributes(node.composite_id, await setAttributes(node.composite_id, inputs));
    stopEditing(backTo);
    announce(t.attributeSaved(name));
  });
  return (
    <EditForm
      onSubmit={submit}
      onCancel={() => stopEditing(backTo)}
      isBusy={isBusy}
      aside={
        <button
          type="button"
          class="link-button link-danger"
          aria-label={t.deleteAttribute(name)}
          onClick={onDelete}
        >
          {t.delete}
        </button>
      }
    >
      <ValueField
        label={name}
        type={type}
        values={values}
        typed={typed}
        failure={failure}
        isFirst
        onValues={setValues}
        onTyped={setTyped}
      />
      <FormProblem failure={failure} fields={['value']} />
    </EditForm>
  );
}
