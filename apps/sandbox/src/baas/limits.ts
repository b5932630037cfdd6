// The limits of the vendor's own documents, as its server holds them.
export const limits = {
  recipients: 1000,
  messageCharacters: 2000,
  subjectCharacters: 40,
  images: 5,
} as const;

export const phonePattern = /^010-\d{4}-\d{4}$/;
export const callbackPattern = /^(?:\d{2,4}-\d{3,4}-\d{4}|\d{4}-\d{4})$/;
export const uuidPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Characters as the vendor's server counts them: a code point is one, an emoji too. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
