/**
 * Kakao's words without what is ours: some of its errors quote the request (`… paramString={"object_type":…}`,
 * `authorization code not found for code=…`), and texts and tokens belong in no error.
 */
export function withoutRequest(message: string, form: URLSearchParams | undefined): string {
  let words = message;
  // What is this short is no secret, and may stand anywhere.
  for (const value of form?.values() ?? [])
    if (value.length >= 8) words = words.replaceAll(value, '[redacted]');
  return words.replace(/\{[\s\S]*/, '[redacted]');
}
