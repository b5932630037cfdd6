export const maximumAttributeNameLength = 50;

/** 1–50 characters of any script, without control characters and without white space at either end. */
export function isAttributeName(name: string): boolean {
  return (
    name !== '' &&
    name.trim() === name &&
    [...name].length <= maximumAttributeNameLength &&
    !/\p{Cc}/u.test(name) &&
    name.isWellFormed()
  );
}
