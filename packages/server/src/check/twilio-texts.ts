import type { Language } from '@jeonbo/core';

const en = {
  missing: (name: string) => `${name} is not set.`,
  refused: 'Without it, or with a wrong one, Twilio refuses every message.',
  sidForm: (prefix: string) => `It must be ${prefix} and 32 hex digits.`,
  instead: (name: string) => `not set: ${name} is used`,
  together: 'TWILIO_API_KEY and TWILIO_API_SECRET go together; one of them is missing.',
  spaces: (name: string) => `${name} holds white space or other signs that none has.`,
  senderForm:
    'It is no sender: a number with its + and country code, a short code or up to 11 letters.',
  phoneForm: 'It is no phone number with its + and country code.',
  phoneWhy: 'A message without a recipient is for this phone.',
  noDefaultTo: 'each call names its recipient',
} as const;

type Texts = {
  readonly [Name in keyof typeof en]: (typeof en)[Name] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string;
};

const ko: Texts = {
  missing: (name) => `${name}이(가) 설정되지 않았습니다.`,
  refused: '이 값이 없거나 틀리면 Twilio가 모든 메시지를 거부합니다.',
  sidForm: (prefix) => `${prefix}로 시작하고 16진수 32자리가 이어져야 합니다.`,
  instead: (name) => `설정되지 않음: ${name} 사용`,
  together: 'TWILIO_API_KEY와 TWILIO_API_SECRET은 함께 설정해야 하는데 하나가 없습니다.',
  spaces: (name) => `${name}에 공백이나 들어갈 수 없는 문자가 있습니다.`,
  senderForm:
    '발신자 형식이 아닙니다. +와 국가 번호로 시작하는 번호, 단축 번호, 11자 이하의 이름이어야 합니다.',
  phoneForm: '+와 국가 번호로 시작하는 전화번호가 아닙니다.',
  phoneWhy: '수신자를 지정하지 않은 메시지가 이 번호로 갑니다.',
  noDefaultTo: '호출할 때마다 수신자를 지정합니다',
};

export const twilioTexts: Record<Language, Texts> = { en, ko };
