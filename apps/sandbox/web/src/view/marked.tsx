import { pieces } from '../format/highlight.ts';
import { query } from '../state/criteria.ts';

/** A text with the words of the search marked in it. */
export function Marked({ text }: { text: string }) {
  return (
    <>
      {pieces(text, query.value.normalize('NFC')).map((piece, index) =>
        piece.hit ? <mark key={`${index}${piece.text}`}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
