import { useState } from 'preact/hooks';
import { updateNode } from '../api/nodes.ts';
import type { Node } from '../api/types.ts';
import { announce } from '../state/announcement.ts';
import { stopEditing } from '../state/editing.ts';
import { texts } from '../state/language.ts';
import { putNode } from '../state/opened.ts';
import { EditForm } from './edit-form.tsx';
import { Field, FormProblem, problemOf } from './field.tsx';
import { GrowingArea } from './growing-area.tsx';
import { useSubmit } from './use-submit.ts';

const done = (): void => stopEditing('edit-node');

export function NodeForm({ node }: { node: Node }) {
  const t = texts.value;
  const [title, setTitle] = useState(node.title);
  const [description, setDescription] = useState(node.description ?? '');
  const { submit, isBusy, failure } = useSubmit(async () => {
    putNode(
      await updateNode(node.composite_id, {
        title: title.trim() || null,
        description: description.trim() === '' ? null : description,
      }),
    );
    done();
    announce(t.nodeSaved);
  });
  return (
    <EditForm class="node-form" onSubmit={submit} onCancel={done} isBusy={isBusy}>
      <Field label={t.title} hint={t.titleHint} problem={problemOf(failure, 'title')}>
        {(control) => (
          <input
            {...control}
            class="input input-title"
            type="text"
            autocomplete="off"
            data-first
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t.description} isOptional problem={problemOf(failure, 'description')}>
        {(control) => (
          <GrowingArea
            {...control}
            class="input"
            rows={3}
            value={description}
            onText={setDescription}
          />
        )}
      </Field>
      <FormProblem failure={failure} fields={['title', 'description']} />
    </EditForm>
  );
}
