// The pages that people meet in a browser: pure functions from what is known to HTML. None has a script.
export { type Asset, asset } from './assets.ts';
export { type ConsentProps, type ConsentScope, consentForm, consentPage } from './consent-page.ts';
export { handOffPage } from './hand-off-page.ts';
export { type PageKind, pageHeaders } from './headers.ts';
export { pageLanguage } from './language.ts';
export { type MessageProps, messagePage } from './message-page.ts';
export { type NoticeKind, noticeStatus } from './notice-kinds.ts';
export { type NoticeProps, noticePage } from './notice-page.ts';
