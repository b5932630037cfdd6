import type { Failure } from '../api/failure.ts';
import type { AttributeType } from '../api/types.ts';
import { isTags, splitTags } from '../format/attribute-inputs.ts';
import { texts } from '../state/language.ts';
import { Field, problemOf } from './field.tsx';
import { GrowingArea } from './growing-area.tsx';
import { ImageField } from './image-field.tsx';
import { TagsField } from './tags-field.tsx';

interface Props {
  readonly label: string;
  /** Undefined where the value itself says what it is. */
  readonly type: AttributeType | undefined;
  readonly values: readonly string[];
  /** A tag that was begun and not added yet. */
  readonly typed: string;
  readonly failure: Failure | null;
  /** Whether it takes the focus. */
  readonly isFirst: boolean;
  readonly onValues: (values: readonly string[]) => void;
  readonly onTyped: (typed: string) => void;
}

/** Who saves with a tag half in the field means that one too. */
export const withTyped = (
  type: AttributeType | undefined,
  values: readonly string[],
  typed: string,
): readonly string[] =>
  type !== undefined && isTags(type)
    ? [...values, ...splitTags(typed).filter((tag) => !values.includes(tag))]
    : values;

/** The control for a value, by its type. */
export function ValueField(props: Props) {
  const t = texts.value;
  const { label, type, values, failure, isFirst, onValues } = props;
  const value = values[0] ?? '';
  const set = (text: string) => onValues([text]);
  const isMultiline = type === undefined || type === 'markdown';
  return (
    <Field
      label={label}
      hint={type === 'image' ? t.imageHint : type && isTags(type) ? t.addTagHint : undefined}
      problem={problemOf(failure, 'value', 'order_index', 'attributes')}
    >
      {(control) => {
        if (type !== undefined && isTags(type))
          return <TagsField {...props} control={control} isOrdered={type === 'ordered_tag'} />;
        if (type === 'image')
          return <ImageField control={control} value={value} isFirst={isFirst} onValue={set} />;
        if (isMultiline)
          return (
            <GrowingArea
              {...control}
              class="input"
              rows={type === 'markdown' ? 4 : 1}
              data-first={isFirst || undefined}
              value={value}
              onText={set}
            />
          );
        return (
          <input
            {...control}
            class="input"
            type="text"
            inputMode={type === 'number' ? 'decimal' : 'text'}
            autocomplete="off"
            data-first={isFirst || undefined}
            value={value}
            onInput={(event) => set(event.currentTarget.value)}
          />
        );
      }}
    </Field>
  );
}
