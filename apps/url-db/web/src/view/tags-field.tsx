import { useLayoutEffect, useRef } from 'preact/hooks';
import { splitTags } from '../format/attribute-inputs.ts';
import { isOfInputMethod } from '../state/input-method.ts';
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

  const field = useRef<HTMLDivElement>(null);
  // A button that moves its tag or goes with it loses the focus, and with it the keys of the form.
  const pressed = useRef<string | null>(null);
  const change = (next: readonly string[], label: string) => {
    pressed.current = label;
    onValues(next);
  };
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const same = `button[aria-label="${CSS.escape(pressed.current)}"]`;
    pressed.current = null;
    (field.current?.querySelector<HTMLElement>(same) ?? input(field.current))?.focus();
  }, [values]);

  return (
    <div class="input tags-field" ref={field}>
      <ul class="tags" data-type={isOrdered ? 'ordered_tag' : 'tag'}>
        {values.map((tag, place) => (
          <li key={tag} class="tag">
            {isOrdered && place > 0 && (
              <button
                type="button"
                aria-label={t.earlier(tag)}
                onClick={() => change(swapped(values, place - 1), t.earlier(tag))}
              >
                <Icon name="left" />
              </button>
            )}
            {tag}
            {isOrdered && place < values.length - 1 && (
              <button
                type="button"
                aria-label={t.later(tag)}
                onClick={() => change(swapped(values, place), t.later(tag))}
              >
                <Icon name="right" />
              </button>
            )}
            <button
              type="button"
              aria-label={t.removeTag(tag)}
              onClick={() =>
                change(
                  values.filter((one) => one !== tag),
                  t.removeTag(tag),
                )
              }
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
          if (isOfInputMethod(event) || event.ctrlKey || event.metaKey) return;
          if (event.key === 'Enter' && typed.trim() !== '') add(typed);
          else if (event.key === 'Backspace' && typed === '') onValues(values.slice(0, -1));
          else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}

const input = (field: HTMLElement | null): HTMLElement | null | undefined =>
  field?.querySelector<HTMLElement>('input');

/** With the one at `place` and the next one in each other's place. */
function swapped(values: readonly string[], place: number): readonly string[] {
  const next = [...values];
  next.splice(place, 2, ...next.slice(place, place + 2).reverse());
  return next;
}
