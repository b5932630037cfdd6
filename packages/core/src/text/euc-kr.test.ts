import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eucKrBytes, unencodable } from './euc-kr.ts';

describe('eucKrBytes', () => {
  it.each([
    ['', 0],
    ['abc 123\n', 8],
    ['가', 2],
    ['똠펲쀍뷁', 8],
    ['€®', 4],
    ['“”‘’…·①㈜♥★㎡™', 24],
    ['가나다abc', 9],
    ['가'.repeat(45), 90],
    ['가'.repeat(2000), 4000],
    // What cannot be encoded counts as its replacement would.
    ['₩—•\u00a0😀', 10],
    ['\ud800', 2],
  ])('%j has %i bytes', (text, bytes) => {
    expect(eucKrBytes(text)).toBe(bytes);
  });
});

describe('unencodable', () => {
  it.each([
    '',
    'plain ASCII \t\n~\\',
    '한글 똠펲쀍뷁',
    '“”‘’…·①㈜♥★㎡™€®',
    'ㄱㅏ ｆｕｌｌ、。漢字',
  ])('finds nothing in %j', (text) => {
    expect(unencodable(text)).toEqual([]);
  });

  it.each([
    ['₩', '원'],
    ['—', '-'],
    ['–', '-'],
    ['−', '-'],
    ['•', '·'],
    ['\u00a0', ' '],
    ['\u3000\u2003'.slice(1), ' '],
    ['❤', '♥'],
    ['é', 'e'],
    ['ﬁ', 'fi'],
    ['𝐀', 'A'],
    ['\u200b', ''],
    ['\ufeff', ''],
    ['1\ufe0f\u20e3', '1'],
    ['①\ufe0f', '①'],
    ['e\u0301', 'e'],
    // Hangul as macOS writes file names: three letters apart for one syllable.
    ['한'.normalize('NFD'), '한'],
  ])('suggests for %j %j', (character, suggestion) => {
    expect(unencodable(`가${character}b`)).toEqual([{ character, position: 1, suggestion }]);
  });

  it.each(['😀', '👨‍👩‍👧', '🇰🇷', '❤️‍🔥', '©', 'ა', '\ud83d', '\ude00', '\ue000', '\ufffd'])(
    'has no suggestion for %j, told as one',
    (character) => {
      expect(unencodable(`a${character}`)).toEqual([{ character, position: 1 }]);
    },
  );

  it('tells positions in UTF-16 units', () => {
    expect(unencodable('😀₩가😀').map(({ position }) => position)).toEqual([0, 2, 4]);
  });
});

describe('the map', () => {
  const decode = vi.fn();
  beforeEach(() => {
    vi.resetModules();
    decode.mockReset();
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

  it('is built at the first character that needs it, once, and never at import', async () => {
    decode.mockReturnValue('★♥');
    const fresh = await import('./index.ts');
    expect(fresh.unencodable('한글 and ASCII €')).toEqual([]);
    expect(decode).not.toHaveBeenCalled();
    expect(fresh.unencodable('★♥')).toEqual([]);
    expect(fresh.unencodable('☆')).toHaveLength(1);
    expect(decode).toHaveBeenCalledOnce();
  });

  it('reports what is surely outside where the runtime has no such decoder', async () => {
    decode.mockImplementation(() => {
      throw new RangeError('The "euc-kr" encoding is not supported');
    });
    const fresh = await import('./euc-kr.ts');
    expect(fresh.unencodable('★ 😀').map(({ character }) => character)).toEqual(['😀']);
  });
});
