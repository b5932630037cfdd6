import type { Definition, Node } from '../api/types.ts';
import { groupsOf } from '../format/attribute-inputs.ts';
import { definitions } from '../state/domains.ts';
import { editing, isEditing } from '../state/editing.ts';
import { wordsOf } from '../state/failure-words.ts';
import { texts } from '../state/language.ts';
import type { Opened } from '../state/opened.ts';
import { AttributeRow } from './attribute-row.tsx';
import { Icon } from './icons.tsx';
import { NewAttribute } from './new-attribute.tsx';

/** So many of the domain's attributes are offered by a button of their own; the form knows them all. */
const OFFERED = 6;

export function Attributes({ opened, node }: { opened: Opened; node: Node }) {
  const t = texts.value;
  const domain = node.domain_name;
  const groups = groupsOf(opened.attributes ?? []);
  const names = new Set(groups.map(({ name }) => name));
  const unused = (definitions.value.get(domain) ?? []).filter(({ name }) => !names.has(name));
  return (
    <section class="attributes" aria-labelledby="attributes-title">
      <h3 id="attributes-title">{t.attributes}</h3>
      {opened.failure !== null && opened.attributes === null && (
        <p class="form-problem" role="alert">
          {wordsOf(opened.failure, t)}
        </p>
      )}
      {opened.attributes !== null && groups.length === 0 && !isEditing('new-attribute') && (
        <p class="attributes-none">{t.noAttributes}</p>
      )}
      <ul class="attribute-rows">
        {groups.map((group) => (
          <AttributeRow key={group.name} node={node} group={group} />
        ))}
      </ul>
      {isEditing('new-attribute') ? (
        <NewAttribute node={node} unused={unused} taken={names} />
      ) : (
        opened.attributes !== null && <Offers unused={unused} />
      )}
    </section>
  );
}

function Offers({ unused }: { unused: readonly Definition[] }) {
  const t = texts.value;
  const add = (name: string) => {
    editing.value = { what: 'new-attribute', name };
  };
  return (
    <div class="offers">
      <button id="add-attribute" type="button" class="offer offer-main" onClick={() => add('')}>
        <Icon name="add" />
        {t.addAttribute}
      </button>
      {unused.slice(0, OFFERED).map(({ name }) => (
        <button key={name} type="button" class="offer" onClick={() => add(name)}>
          <Icon name="add" />
          {name}
        </button>
      ))}
    </div>
  );
}
