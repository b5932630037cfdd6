import type { Language } from '@jeonbo/core';
import type { Environment } from '../types.ts';

type Needed = 'TWILIO_ACCOUNT_SID' | 'TWILIO_AUTH_TOKEN' | 'TWILIO_PHONE_NUMBER';

/** Where to get what is always needed: said by `--check`, by the log at start, and by the call that fails for it. */
export const whereToGet: Record<Language, Record<Needed, string>> = {
  en: {
    TWILIO_ACCOUNT_SID:
      'It stands on the first page of console.twilio.com (AC…). Then: export TWILIO_ACCOUNT_SID=AC…',
    TWILIO_AUTH_TOKEN:
      'It stands beside the account SID on console.twilio.com; an API key with its secret serves too (TWILIO_API_KEY, TWILIO_API_SECRET). Then: export TWILIO_AUTH_TOKEN=…',
    TWILIO_PHONE_NUMBER:
      'A number of yours, from console.twilio.com > Phone Numbers; a messaging service serves too (TWILIO_MESSAGING_SERVICE_SID). Then: export TWILIO_PHONE_NUMBER=+1…',
  },
  ko: {
    TWILIO_ACCOUNT_SID:
      'console.twilio.com 첫 화면에 있습니다(AC…). 그다음: export TWILIO_ACCOUNT_SID=AC…',
    TWILIO_AUTH_TOKEN:
      'console.twilio.com의 Account SID 옆에 있습니다. API 키와 시크릿도 됩니다(TWILIO_API_KEY, TWILIO_API_SECRET). 그다음: export TWILIO_AUTH_TOKEN=…',
    TWILIO_PHONE_NUMBER:
      'console.twilio.com > Phone Numbers에서 받은 번호입니다. 메시징 서비스도 됩니다(TWILIO_MESSAGING_SERVICE_SID). 그다음: export TWILIO_PHONE_NUMBER=+1…',
  },
};

export function missingSettings(environment: Environment, language: Language) {
  const { TWILIO_API_KEY, TWILIO_API_SECRET, TWILIO_AUTH_TOKEN } = environment;
  const hasKey = TWILIO_AUTH_TOKEN?.trim() || (TWILIO_API_KEY && TWILIO_API_SECRET);
  const hasSender = environment.TWILIO_PHONE_NUMBER || environment.TWILIO_MESSAGING_SERVICE_SID;
  const missing: Needed[] = [];
  if (!environment.TWILIO_ACCOUNT_SID?.trim()) missing.push('TWILIO_ACCOUNT_SID');
  if (!hasKey) missing.push('TWILIO_AUTH_TOKEN');
  if (!hasSender) missing.push('TWILIO_PHONE_NUMBER');
  return missing.map((setting) => ({ setting, next: whereToGet[language][setting] }));
}
