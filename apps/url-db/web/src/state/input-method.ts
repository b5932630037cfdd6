/**
 * Whether a key belongs to the input method that composes a syllable. Safari ends the composition before it tells of the
 * key that ended it, and says so only by the old code 229.
 */
export const isOfInputMethod = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229;
