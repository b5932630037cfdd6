import type { Issue } from '../issue.ts';

export interface AdRules {
  /** When it will be sent. */
  readonly at: Date;
  /** The recipients agreed to advertising at night. Default `false`. */
  readonly nightConsent?: boolean;
  /** When the vendor closes for advertising, `HH:MM` in Korean time. Default `20:50`. */
  readonly closesAt?: string;
  /** Default `text`. */
  readonly field?: string;
}

/**
 * Holds a text that its sender declares as advertising to the form that Korean rules ask for (Network Act, article 50, and
 * its decree): `(광고)` first, then who sends and a contact, a free opt-out last, nothing from 21:00 to 08:00 without a
 * consent of its own. That the name is the sender's own is not seen from here.
 *
 * @returns an error `AD_RULE_VIOLATION` for each rule broken (`details.rule`: mark, opt-out, sender, contact, night); the warning `AD_NEAR_NIGHT` where a vendor may be closed
 * @example checkAd('(광고)전보상점 문의 02-1234-5678\n봄 세일\n무료수신거부 080-123-4567', { at: new Date() })
 */
export function checkAd(
  text: string,
  { at, nightConsent = false, closesAt = '20:50', field = 'text' }: AdRules,
): Issue[] {
  const head = text.replace(freeOptOut, '');
  // Korea has been at UTC+9 without summer time since 1988. An invalid date gives '' and so counts as night.
  const time = new Date(at.getTime() + 9 * 3_600_000).toJSON()?.slice(11, 16) ?? '';
  const allowed = nightConsent || (time >= '08:00' && time < '21:00');
  const rules: readonly (readonly [boolean, string, string])[] = [
    [text.startsWith('(광고)'), 'mark', 'begin with exactly (광고)'],
    [/\p{L}/u.test(head.slice(4)), 'sender', 'name the sender'],
    [contact.test(head), 'contact', 'name a contact'],
    [head !== text, 'opt-out', 'end with 무료수신거부 080-ddd-dddd'],
    [allowed, 'night', 'have consent for the night, 21:00 to 08:00 in Korea'],
  ];
  const issues: Issue[] = rules
    .filter(([kept]) => !kept)
    .map(([, rule, words]) => ({
      code: 'AD_RULE_VIOLATION',
      field,
      message: `An ad must ${words}.`,
      details: { rule },
    }));
  if (allowed && (time < '08:00' || time >= closesAt))
    issues.push({
      code: 'AD_NEAR_NIGHT',
      field,
      message: `Some vendors send no ads from ${closesAt} to 08:00.`,
    });
  return issues;
}

const freeOptOut = /무료(?:수신)?거부[^\d\n]{0,9}080[-. ]?\d{3,4}[-. ]?\d{4}[\s\p{P}]*$/u;

// A phone number, a mail or web address, or a word that announces one: postal addresses have no form of their own.
const contact = /\d{3,4}[-. ]?\d{4}|[@.][a-z]{2}|문의|연락처|고객센터|주소/i;
