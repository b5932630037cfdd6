import { readable, tokens } from '../format/body.ts';
import { texts } from '../state/language.ts';
import { CopyButton } from './copy-button.tsx';
import { ScrollingCode } from './scrolling-code.tsx';

/** A send to a thousand people has a body of this size many times over. */
const LONGEST_SHOWN = 12_000;

interface Props {
  readonly label: string;
  readonly text: string;
  /** Closed until asked for. */
  readonly folded?: boolean;
}

export function CodeBlock({ label, text, folded = false }: Props) {
  const t = texts.value;
  if (text === '') return <p class="no-body">{t.noBody}</p>;
  const body = readable(text);
  const long = body.text.length > LONGEST_SHOWN;
  const shown = long ? `${body.text.slice(0, LONGEST_SHOWN)}…` : body.text;
  return (
    <details class="block" open={!folded}>
      <summary>{label}</summary>
      <CopyButton text={body.text} label={`${label} ${t.copy}`} quiet />
      <ScrollingCode label={label}>
        {body.json && !long ? <Colored json={shown} /> : shown}
      </ScrollingCode>
      {long && <p class="shortened">{t.shortened}</p>}
    </details>
  );
}

function Colored({ json }: { json: string }) {
  return (
    <>
      {tokens(json).map((token, index) =>
        token.kind === 'plain' ? (
          token.text
        ) : (
          <span key={index} class={`token-${token.kind}`}>
            {token.text}
          </span>
        ),
      )}
    </>
  );
}
