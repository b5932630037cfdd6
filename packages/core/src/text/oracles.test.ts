import iconv from 'iconv-lite';
import { SegmentedMessage } from 'sms-segments-calculator';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { segments } from './segments.ts';

const count = 100_000;

/** Mulberry32: the same strings in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const between = (first: number, last: number) => (random: () => number) =>
  String.fromCodePoint(first + Math.floor(random() * (last - first + 1)));
const oneOf = (characters: string) => {
  const list = [...characters];
  return (random: () => number) => list[Math.floor(random() * list.length)] as string;
};

const sources = {
  ascii: between(0x20, 0x7e),
  control: between(0, 0x1f),
  gsm7: oneOf('@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉÄÖÑÜ§¿äöñüà¡¤_\n\r\f^{}\\[~]|€'),
  hangul: between(0xac00, 0xd7a3),
  rare: oneOf('똠펲쀍뷁믜뙁힣'),
  symbol: oneOf('“”‘’…·①㈜♥★㎡™€®※☎←→○●℃ㄱㅏ가、。「」×÷±≠∞Ωαк、ァ'),
  replaceable: oneOf('₩—–•\u00a0−❤é©〜\u200b\ufeff'),
  plane: between(0x80, 0xd7ff),
  late: between(0xe000, 0xffff),
  emoji: between(0x1f300, 0x1faff),
  joined: oneOf('\u200d\ufe0f\u0301\u1161\u11a8'),
  half: between(0xd800, 0xdfff),
} as const;
const names = Object.keys(sources) as (keyof typeof sources)[];
const gsmNames: (keyof typeof sources)[] = ['ascii', 'ascii', 'gsm7'];

/** Mostly short ones, and many around the lengths at which a message becomes two or three. */
function* texts(): Generator<string> {
  const random = generator(20_260_728);
  for (let index = 0; index < count; index++) {
    const isGsm = random() < 0.3;
    const allowed = isGsm ? gsmNames : names.filter(() => random() < 0.3);
    const kind = random();
    const edges = isGsm ? [152, 305] : [63, 128];
    const base = kind < 0.88 ? 0 : kind < 0.98 ? (edges[0] ?? 0) : (edges[1] ?? 0);
    const length = base + Math.floor(random() * (isGsm ? 12 : 20));
    let text = '';
    for (let at = 0; at < length && allowed.length > 0; at++)
      text += sources[allowed[Math.floor(random() * allowed.length)] ?? 'ascii'](random);
    yield text;
  }
}

const known = new Map<string, boolean>();

/** iconv-lite's "euc-kr" is CP949. It writes `?` for what it does not know. */
function iconvEncodes(character: string): boolean {
  let answer = known.get(character);
  if (answer === undefined) {
    answer = character === '?' || !iconv.encode(character, 'euc-kr').includes(0x3f);
    known.set(character, answer);
  }
  return answer;
}

/** Decoders as runtimes have them. */
const decoders: Readonly<Record<string, ((bytes: Uint8Array) => string) | null>> = {
  'the decoder of this runtime': null,
  'a CP949 decoder': (bytes) => iconv.decode(Buffer.from(bytes), 'cp949'),
  'a strict KS X 1001 decoder': (bytes) =>
    // As of 1992: nothing outside 0xA1 to 0xFE, no € and no ®.
    iconv.decode(Buffer.from(bytes), 'cp949').replace(/[€®]/g, '\ufffd'),
};

describe.each(Object.entries(decoders))('bytes with %s', (name, decode) => {
  beforeEach(() => {
    vi.resetModules();
    if (decode)
      vi.stubGlobal(
        'TextDecoder',
        class {
          decode = decode;
        },
      );
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('agree with iconv-lite', { timeout: 120_000 }, async () => {
    const { eucKrBytes, unencodable } = await import('./euc-kr.ts');
    const wrong: string[] = [];
    let index = 0;
    let encodable = 0;
    for (const text of texts()) {
      // All strings for this runtime, each fifth for the others: the map is the same code.
      if (decode && index++ % 5 > 0) continue;
      const characters = [...text];
      const bad = characters.filter((character) => !iconvEncodes(character));
      const found = unencodable(text);
      // What is told must cover every character that iconv cannot write, in order, and nothing else.
      const told = found.flatMap(({ character }) =>
        [...character].filter((point) => !iconvEncodes(point)),
      );
      const isRight = found.every(
        ({ character, position, suggestion = '' }) =>
          text.startsWith(character, position) &&
          ![...character].every(iconvEncodes) &&
          [...suggestion].every(iconvEncodes),
      );
      const good = characters.filter(iconvEncodes).join('');
      const bytes = iconv.encode(good, 'euc-kr').length + 2 * bad.length;
      if (bad.length === 0) encodable++;
      if (!isRight || told.join() !== bad.join() || eucKrBytes(text) !== bytes)
        wrong.push(JSON.stringify(text));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(encodable, `${name}: enough texts without a bad character`).toBeGreaterThan(4000);
  });

  it('agree with iconv-lite on every character of the basic plane', async () => {
    const { unencodable } = await import('./euc-kr.ts');
    const wrong: string[] = [];
    for (let point = 0; point < 0x10000; point++) {
      const character = String.fromCharCode(point);
      if ((unencodable(character).length === 0) !== iconvEncodes(character))
        wrong.push(point.toString(16));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

describe('segments', () => {
  it('agree with sms-segments-calculator', { timeout: 120_000 }, () => {
    const wrong: string[] = [];
    const seen = { 'GSM-7': 0, 'UCS-2': 0, several: 0, kept: 0 };
    for (const text of texts()) {
      const mine = segments(text);
      const theirs = new SegmentedMessage(text);
      const where = `${JSON.stringify(text)}: ${mine.encoding} ${mine.segments}, ${theirs.encodingName} ${theirs.segmentsCount}`;
      seen[mine.encoding]++;
      if (mine.segments > 1) seen.several++;
      if (mine.encoding !== theirs.encodingName) wrong.push(where);
      else if (mine.segments !== theirs.segmentsCount) {
        // The one difference: the calculator keeps what a reader sees as one character (an emoji with its joiners, a
        // letter with its accent) in one part. GSM 03.40 knows code units only, and Twilio's own rule is that a
        // surrogate pair is not split; so where such a character stands at a border it may count a part more.
        const hasJoined = theirs.graphemes.some((grapheme) => [...grapheme].length > 1);
        if (hasJoined && mine.segments < theirs.segmentsCount) seen.kept++;
        else wrong.push(where);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(Math.min(seen['GSM-7'], seen['UCS-2'])).toBeGreaterThan(20_000);
    expect(seen.several).toBeGreaterThan(4_000);
    expect(seen.kept).toBeGreaterThan(0);
  });
});
