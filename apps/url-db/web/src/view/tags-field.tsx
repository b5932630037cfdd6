import { splitTags } from '../format/attribute-inputs.ts';
import { texts } from '../state/language.ts';
import type { ControlProps } from './field.tsx';
import { Icon } from './icons.tsx';

interface Props {
  readonly control: ControlProps;
  readonly values: readonly string[];
  readonly typed: string;
  readonly isOrdered: boolean;
  readonly isFirst: boolean;
  readonly onValues: (values: readonly string[]) => void;
  readonly onTyped: (typed: string) => void;
}

/** Tags with a field for the next one; Enter and the comma add, Backspace in the empty field takes the last away. */
export function TagsField(props: Props) {
  const t = texts.value;
  const { control, values, typed, isOrdered, onValues, onTyped } = props;
  const add = (text: string) => {
    const more = splitTags(text).filter((tag) => !values.includes(tag));
    onValues([...values, ...new Set(more)]);
    onTyped('');
  };
  return (
    <div class="input tags-field">
      <ul class="tags" data-type={isOrdered ? 'ordered_tag' : 'tag'}>
        {values.map((tag, place) => (
          <li key={tag} class="tag">
            {isOrdered && place > 0 && (
              <button
                type="button"
                aria-label={t.earlier(tag)}
                onClick={() => onValues(swapped(values, place - 1))}
              >
                <Icon name="left" />
              </button>
            )}
            {tag}
            {isOrdered && place < values.length - 1 && (
              <button
                type="button"
                aria-label={t.later(tag)}
                onClick={() => onValues(swapped(values, place))}
              >
                <Icon name="right" />
              </button>
            )}
            <button
              type="button"
              aria-label={t.removeTag(tag)}
              onClick={() => onValues(values.filter((one) => one !== tag))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <input
        {...control}
        type="text"
        autocomplete="off"
        autocapitalize="off"
        enterkeyhint="enter"
        aria-label={t.addTag}
        placeholder={values.length === 0 ? t.addTag : ''}
        data-first={props.isFirst || undefined}
        value={typed}
        onInput={(event) => {
          const text = event.currentTarget.value;
          // A half-written syllable ends with its own event.
          if (!event.isComposing && /[,;|]/u.test(text)) add(text);
          else onTyped(text);
        }}
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (!/[,;|\n]/u.test(text)) return;
          event.preventDefault();
          add(typed + text);
        }}
        onKeyDown={(event) => {
          if (event.isComposing || event.ctrlKey || event.metaKey) return;
          if (event.key === 'Enter' && typed.trim() !== '') add(typed);
          else if (event.key === 'Backspace' && typed === '') onValues(values.slice(0, -1));
          else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}

/** With the one at `place` and the next one in each other's place. */
function swapped(values: readonly string[], place: number): readonly string[] {
  const next = [...values];
  next.splice(place, 2, ...next.slice(place, place + 2).reverse());
  return next;
}
