import { useState } from 'preact/hooks';
import { texts } from '../state/language.ts';
import { Picture } from './attribute-value.tsx';
import type { ControlProps } from './field.tsx';

interface Props {
  readonly control: ControlProps;
  readonly value: string;
  readonly isFirst: boolean;
  readonly onValue: (value: string) => void;
}

const KINDS = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const LIMIT = 10 * 1024 * 1024;

/** An address, or a file of this machine that goes into the value. */
export function ImageField({ control, value, isFirst, onValue }: Props) {
  const t = texts.value;
  const [problem, setProblem] = useState('');
  const isFile = value.startsWith('data:');
  const take = async (file: File | undefined) => {
    if (!file) return;
    const isKnown = KINDS.includes(file.type);
    setProblem(isKnown ? (file.size > LIMIT ? t.tooLargeFile : '') : t.notAnImageFile);
    if (isKnown && file.size <= LIMIT) onValue(await asDataUrl(file));
  };
  return (
    <div class="image-field">
      {value !== '' && <Picture name={t.attributeValue} value={value} />}
      <input
        {...control}
        class="input"
        type="url"
        inputMode="url"
        autocomplete="off"
        placeholder="https://"
        data-first={isFirst || undefined}
        value={isFile ? t.fileKept(Math.round((value.length * 3) / 4 / 1024)) : value}
        readOnly={isFile}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <div class="image-choice">
        <label class="button button-small">
          {t.chooseFile}
          <input
            class="hidden"
            type="file"
            accept={KINDS.join(',')}
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
        {isFile && (
          <button type="button" class="link-button" onClick={() => onValue('')}>
            {t.removeFile}
          </button>
        )}
      </div>
      {problem !== '' && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function asDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
