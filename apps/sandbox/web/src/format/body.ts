/** A request or answer body made readable: JSON indented, forms one field a line, else as it is. */
export function readable(body: string): { text: string; json: boolean } {
  const trimmed = body.trim();
  if (/^[[{]/.test(trimmed)) {
    try {
      return { text: JSON.stringify(JSON.parse(trimmed), null, 2), json: true };
    } catch {
      return { text: body, json: false };
    }
  }
  if (/^[\w.%+-]+=[^\s]*$/.test(trimmed)) {
    const fields = [...new URLSearchParams(trimmed)].map(([name, value]) => `${name} = ${value}`);
    return { text: fields.join('\n'), json: false };
  }
  return { text: body, json: false };
}

export interface Token {
  readonly kind: 'key' | 'string' | 'number' | 'word' | 'plain';
  readonly text: string;
}

const TOKEN =
  /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** Indented JSON cut into what deserves a colour of its own. */
export function tokens(json: string): Token[] {
  const list: Token[] = [];
  let end = 0;
  for (const match of json.matchAll(TOKEN)) {
    if (match.index > end) list.push({ kind: 'plain', text: json.slice(end, match.index) });
    const [whole, text, colon, number] = match;
    if (text !== undefined && colon !== undefined) {
      list.push({ kind: 'key', text }, { kind: 'plain', text: colon });
    } else {
      list.push({ kind: text ? 'string' : number ? 'number' : 'word', text: whole });
    }
    end = match.index + whole.length;
  }
  list.push({ kind: 'plain', text: json.slice(end) });
  return list;
}
