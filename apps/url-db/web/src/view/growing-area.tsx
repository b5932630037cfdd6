import type { TextareaHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props extends TextareaHTMLAttributes {
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** As high as what stands in it. */
export function GrowingArea({ value, onText, ...rest }: Props) {
  const element = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = element.current;
    if (!area) return;
    area.style.height = 'auto';
    // In a dialog that is not shown yet it has no height.
    if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      {...rest}
      ref={element}
      value={value}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}
