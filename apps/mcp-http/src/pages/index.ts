// The pages that people meet in a browser: pure functions from what is known to HTML. None has a script.
export { asset } from './assets.ts';
export { consentForm, consentPage } from './consent-page.ts';
export { handOffPage } from './hand-off-page.ts';
export { type PageKind, pageHeaders } from './headers.ts';
export { pageLanguage } from './language.ts';
export { messagePage } from './message-page.ts';
export { type NoticeKind, noticeStatus } from './notice-kinds.ts';
export { noticePage } from './notice-page.ts';
