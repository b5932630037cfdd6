import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Failure } from '../api/failure.ts';
import { wordsOf } from '../state/failure-words.ts';
import { texts } from '../state/language.ts';

/** What a control says about itself to those who hear the page. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly isOptional?: boolean;
  readonly children: (control: ControlProps) => ComponentChildren;
}

/** A label, its control, and below it what is wrong or else what helps. */
export function Field({ label, hint, problem, isOptional = false, children }: Props) {
  const id = useId();
  const below = problem ?? hint;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {isOptional && <span class="field-optional">{texts.value.optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': below === undefined ? undefined : `${id}-below`,
        'aria-invalid': problem !== undefined,
      })}
      {below !== undefined && (
        <p
          id={`${id}-below`}
          class={problem === undefined ? 'field-hint' : 'field-problem'}
          role={problem === undefined ? undefined : 'alert'}
        >
          {below}
        </p>
      )}
    </div>
  );
}

/** What the server says about one field. */
export function problemOf(failure: Failure | null, ...fields: readonly string[]) {
  return failure?.details.find(({ field }) => fields.some((name) => field.endsWith(name)))?.message;
}

/** What concerns no field that is shown. */
export function FormProblem({
  failure,
  fields = [],
}: {
  failure: Failure | null;
  fields?: readonly string[];
}) {
  if (failure === null || problemOf(failure, ...fields) !== undefined) return null;
  return (
    <p class="form-problem" role="alert">
      {wordsOf(failure, texts.value)}
    </p>
  );
}
