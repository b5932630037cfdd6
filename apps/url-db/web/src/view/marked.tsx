import { pieces } from '../format/highlight.ts';

/** A text with the words of a search marked in it. */
export function Marked({ text, words }: { text: string; words: string }) {
  if (words === '') return <>{text}</>;
  return (
    <>
      {pieces(text, words).map((piece, index) =>
        piece.isHit ? <mark key={`${index}${piece.text}`}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
