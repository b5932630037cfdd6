import { consentWords } from '../../../src/pages/consent-words.ts';
import type { Page } from '../../pages/open-page.ts';

type Language = 'ko' | 'en';

/** Kakao's buttons, as the sandbox names them. */
const kakaoWords = {
  all: { ko: '모두 동의하고 계속하기', en: 'Agree to all and continue' },
  cancel: { ko: '취소', en: 'Cancel' },
} as const;

/** What a person does between the client and the client, by the words that they read. */
export function walk(page: Page, language: Language = 'ko') {
  const press = (name: string) => page.getByRole('button', { name }).click();
  const steps = {
    agree: () => press(consentWords.agree[language]),
    decline: () => press(consentWords.decline[language]),
    /** Who has agreed to everything before is not asked again. */
    logInAs: (name: string) => press(name),
    agreeAtKakao: () => press(kakaoWords.all[language]),
    cancelAtKakao: () => press(kakaoWords.cancel[language]),
    /** Until the client has its answer. */
    arrive: () => page.getByRole('heading', { name: 'Back at the client' }).waitFor(),
    async goThrough(name = '김서연') {
      await steps.agree();
      await steps.logInAs(name);
      await steps.agreeAtKakao();
      await steps.arrive();
    },
  };
  return steps;
}
