import { asFailure } from '../api/failure.ts';
import { deleteAttribute, setAttributes } from '../api/nodes.ts';
import type { Node } from '../api/types.ts';
import { type AttributeGroup, sameAgain } from '../format/attribute-inputs.ts';
import { editing, isEditing, stopEditing } from '../state/editing.ts';
import { wordsOf } from '../state/failure-words.ts';
import { texts } from '../state/language.ts';
import { opened, putAttributes } from '../state/opened.ts';
import { show } from '../state/toasts.ts';
import { AttributeEditor } from './attribute-editor.tsx';
import { AttributeValue } from './attribute-value.tsx';
import { Icon } from './icons.tsx';

interface Props {
  readonly node: Node;
  readonly group: AttributeGroup;
}

export function AttributeRow({ node, group }: Props) {
  const t = texts.value;
  const { name, type } = group;
  const id = `edit-${name}`;
  if (isEditing('attribute', name))
    return (
      <li class="attribute" data-editing="true">
        <AttributeEditor
          node={node}
          group={group}
          backTo={id}
          onDelete={() => void removeAttribute(node, group)}
        />
      </li>
    );
  return (
    <li class="attribute" data-type={type}>
      <span class="attribute-name" title={t.types[type]}>
        {name}
      </span>
      <div class="attribute-value">
        <AttributeValue group={group} />
      </div>
      <div class="attribute-tools">
        <button
          id={id}
          type="button"
          class="quiet"
          aria-label={t.editAttribute(name)}
          title={t.editAttribute(name)}
          onClick={() => {
            editing.value = { what: 'attribute', name };
          }}
        >
          <Icon name="edit" />
        </button>
      </div>
    </li>
  );
}

/** At once, since setting the same values again brings it back as it was. */
async function removeAttribute(node: Node, group: AttributeGroup): Promise<void> {
  const key = node.composite_id;
  const { name } = group;
  try {
    await deleteAttribute(key, name);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.status !== 404) {
      show({ words: (t) => t.notSaved(wordsOf(failure, t)), isBad: true });
      return;
    }
  }
  const others = (opened.value?.key === key ? (opened.value.attributes ?? []) : []).filter(
    (one) => one.name !== name,
  );
  putAttributes(key, others);
  stopEditing('add-attribute');
  show({ words: (t) => t.attributeDeleted(name), undo: () => void bringBack(key, group) });
}

async function bringBack(key: string, group: AttributeGroup): Promise<void> {
  try {
    putAttributes(key, await setAttributes(key, sameAgain(group)));
    stopEditing(`edit-${group.name}`);
  } catch (error) {
    const failure = asFailure(error);
    show({ words: (t) => t.notSaved(wordsOf(failure, t)), isBad: true });
  }
}
