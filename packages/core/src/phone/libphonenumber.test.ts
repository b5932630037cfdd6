import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { parsePhoneNumber } from './parse-phone-number.ts';

const kinds: Readonly<Record<string, string>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  VOIP: 'voip070',
  PERSONAL_NUMBER: 'personal050',
  TOLL_FREE: 'tollfree080',
  UAN: 'representative',
};

/** Where we differ from libphonenumber's metadata on purpose; each must occur, or the list is stale. */
const differences: readonly (readonly [name: string, digits: RegExp])[] = [
  ['010 has eight digits after it, so 010-123-4567 is no handset', /^010\d{7}$/],
  ['012, 013 and 015 serve machines, pagers and ships, no handsets', /^01[235]/],
  ['030 is a kind of its own, and knows 030X-ddd-dddd', /^030/],
  ['080-dddd-dddd exists beside 080-ddd-dddd', /^080\d{8}$/],
  ['exchanges of 15xx, 16xx and 18xx are given out over time, so all are taken', /^1[568]\d{6}$/],
  [
    'special services after an area code (02-1dd, 031-1ddd) receive no messages',
    /^0[2-6]\d?1\d{2,3}$/,
  ],
  ['a 0 that is missing is not guessed', /^1/],
  ['a 0 before a representative number is one too many', /^01[68]\d{6}$/],
  ['007 98 (toll-free from abroad) has no kind here', /^00798/],
  ['a code that selects a carrier (081, 082) is not dialled in a text', /^08[1-9]/],
];

/** What libphonenumber says, in our words. */
function oracle(input: string): string | null {
  const parsed = parsePhoneNumberFromString(input, 'KR');
  if (!parsed?.isValid() || parsed.country !== 'KR') return null;
  const kind = kinds[parsed.getType() ?? ''];
  return kind ? `${kind} ${parsed.number}` : null;
}

function ours(input: string): string | null {
  const parsed = parsePhoneNumber(input);
  if (!parsed || parsed.kind === 'special') return null;
  return `${parsed.kind} ${parsed.e164 ?? `+82${parsed.digits}`}`;
}

/** Every prefix of two to four digits that a Korean number can begin with, with random digits behind. */
function* generated(): Generator<string> {
  const random = mulberry32(20_260_101);
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  for (let index = 0; index < 40_000; index++) {
    const prefix = index % 4 === 3 ? `1${digits(3)}` : `0${digits(index % 4)}`;
    yield prefix + digits(3 + Math.floor(random() * 7));
  }
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('against libphonenumber-js/max', () => {
  const seen = new Set<string>();
  const agreed = new Map<string, number>();
  const unexplained: string[] = [];
  for (const input of generated()) {
    const mine = ours(input);
    const theirs = oracle(input);
    const kind = mine?.split(' ')[0] ?? 'none';
    if (mine === theirs) agreed.set(kind, (agreed.get(kind) ?? 0) + 1);
    else {
      const difference = differences.find(([, digits]) => digits.test(input));
      if (difference) seen.add(difference[0]);
      else unexplained.push(`${input}: ours ${mine}, theirs ${theirs}`);
    }
  }

  it('differs only where it is meant to', () => {
    expect(unexplained.slice(0, 5)).toEqual([]);
  });

  it.each(differences.map(([name]) => name))('differs: %s', (name) => {
    expect(seen).toContain(name);
  });

  it.each([
    'mobile',
    'landline',
    'voip070',
    'personal050',
    'tollfree080',
    'representative',
    'none',
  ])('agrees on %s', (kind) => {
    expect(agreed.get(kind) ?? 0).toBeGreaterThan(10);
  });

  it('keeps the grouping of 0505 numbers, which libphonenumber moves', () => {
    expect(parsePhoneNumberFromString('0505-123-4567', 'KR')?.formatNational()).toBe(
      '050-5123-4567',
    );
    expect(parsePhoneNumber('0505-123-4567')?.dashed).toBe('0505-123-4567');
  });

  it('gives 1588 numbers no E.164 form, which libphonenumber invents', () => {
    expect(parsePhoneNumberFromString('1588-1234', 'KR')?.number).toBe('+8215881234');
    expect(parsePhoneNumber('1588-1234')).not.toHaveProperty('e164');
  });

  it.each(['+14155550123', '+442079460000', '+818012345678', '+8613800138000', '+4915112345678'])(
    'takes %s as it is',
    (input) => {
      expect(parsePhoneNumberFromString(input)?.number).toBe(input);
      expect(parsePhoneNumber(input)?.e164).toBe(input);
    },
  );
});
