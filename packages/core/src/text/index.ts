// The public surface of @jeonbo/core/text.
export type { AdRules } from './check-ad.ts';
export { checkAd } from './check-ad.ts';
export { checkImageUrl } from './check-image-url.ts';
export type { KoreanTextRules, SubjectRules } from './check-korean-text.ts';
export { checkEncodable, checkKoreanText, checkSubject } from './check-korean-text.ts';
export type { TextRules } from './check-text.ts';
export { checkText } from './check-text.ts';
export type { UnencodableCharacter } from './euc-kr.ts';
export { eucKrBytes, unencodable } from './euc-kr.ts';
export type { AdParts } from './format-ad.ts';
export { formatAd } from './format-ad.ts';
export type { MeasureOptions } from './measure-text.ts';
export { countCharacters, measureText } from './measure-text.ts';
export type { Segments } from './segments.ts';
export { segments } from './segments.ts';
export { splitIssues } from './split-issues.ts';
