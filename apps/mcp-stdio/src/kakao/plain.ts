/** What others wrote, for a terminal: on one line, without control characters, and not endless. */
export function plain(text: string, length = 200): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** A person, by what they are called at Kakao, else by their id in the app. */
export function nameOf({ nickname, userId }: { nickname: string | null; userId: string }): string {
  return plain(nickname ?? '', 60) || `#${userId}`;
}

export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** What the person agreed to; nobody is asked about openid. */
export function consents(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => scope !== 'openid');
}
