/** A reply that an app answers to an inbound message. `to` is empty where it goes back to who wrote. */
export interface TwimlMessage {
  readonly to: string;
  readonly body: string;
  readonly mediaUrls: readonly string[];
}

/** What is wrong with the answer of an app, as Twilio's debugger would tell it. */
export class TwimlError extends Error {}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** 14109: so many replies to one message and no more. */
const mostReplies = 10;

interface Open {
  readonly name: string;
  readonly message: { to: string; body: string; mediaUrls: string[] } | undefined;
  text: string;
}

/**
 * The messages in `<Response>`. Reads elements, attributes, text, CDATA and the five entities, and nothing more: no
 * document types and no entities of one's own, so no text can make it load or grow anything.
 */
export function parseTwiml(text: string): TwimlMessage[] {
  const open: Open[] = [];
  const messages: TwimlMessage[] = [];
  let hasRoot = false;
  for (const [, cdata, slash, name = '', attributes = '', closed, plain, stray] of text.matchAll(
    token,
  )) {
    const current = open.at(-1);
    if (stray !== undefined) throw new TwimlError('12100: Document parse failure');
    if (cdata !== undefined || plain !== undefined) {
      if (current !== undefined) current.text += cdata ?? decode(plain ?? '');
      else if (plain?.replace(/^\uFEFF/, '').trim())
        throw new TwimlError('12100: Document parse failure');
    } else if (slash === '/') {
      if (current?.name !== name) throw new TwimlError(`12100: </${name}> closes nothing`);
      close();
    } else if (name !== '') {
      if (current === undefined && (hasRoot || name !== 'Response')) {
        throw new TwimlError('12102: The root element must be <Response>');
      }
      hasRoot = true;
      open.push({ name, text: '', message: messageOf(name, attributes, current) });
      if (closed === '/') close();
    }
  }
  if (!hasRoot || open.length > 0) throw new TwimlError('12100: Document parse failure');
  return messages.slice(0, mostReplies);

  function close(): void {
    const element = open.pop();
    if (element?.message === undefined) return;
    if (element.name === 'Body') element.message.body += element.text;
    else if (element.name === 'Media') element.message.mediaUrls.push(element.text.trim());
    else messages.push({ ...element.message, body: (element.message.body || element.text).trim() });
  }
}

/** A message starts at `<Message>`; `<Body>` and `<Media>` in it add to it; every other verb is passed by. */
function messageOf(name: string, attributes: string, parent: Open | undefined): Open['message'] {
  if (parent?.name === 'Response' && (name === 'Message' || name === 'Sms')) {
    const to = [...attributes.matchAll(attribute)].find(([, key]) => key === 'to');
    return { to: decode(to?.[2] ?? to?.[3] ?? ''), body: '', mediaUrls: [] };
  }
  return parent?.name === 'Message' && (name === 'Body' || name === 'Media')
    ? parent.message
    : undefined;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
  });
}
