/** Went wrong in a way that the person can do something about: the message is for them, in their words. */
export class ToldError extends Error {
  override readonly name = 'ToldError';
}
