import { logLevels } from '../log.ts';
import type { SettingName } from '../settings.ts';
import { key, profile, projectId } from './baas-rules.ts';
import { baseUrlRule } from './base-url.ts';
import type { CheckInput, Rule, Verdict } from './finding.ts';
import { guardRule } from './guard-rule.ts';
import { account, clientId, clientSecret, publicOrigin } from './kakao-rules.ts';
import { database, secretKey } from './store-rules.ts';
import { checkTexts } from './texts.ts';
import {
  accountSid,
  alertTitle,
  apiKey,
  apiSecret,
  authToken,
  messagingService,
  notificationPhone,
  phoneNumber,
} from './twilio-rules.ts';

/** One rule a setting. Total: a setting without one does not compile. */
export const rules: Record<SettingName, Rule> = {
  BAAS_API_KEY: key,
  PROJECT_ID: projectId,
  BAAS_PROFILE: profile,
  BAAS_API_BASE_URL: baseUrlRule('BAAS_API_BASE_URL', 'https://api.aiapp.link'),
  KAKAO_CLIENT_ID: clientId,
  KAKAO_CLIENT_SECRET: clientSecret,
  BASE_URL: publicOrigin,
  KAKAO_ACCOUNT: account,
  KAKAO_AUTH_BASE_URL: baseUrlRule('KAKAO_AUTH_BASE_URL', 'https://kauth.kakao.com'),
  KAKAO_API_BASE_URL: baseUrlRule('KAKAO_API_BASE_URL', 'https://kapi.kakao.com'),
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: authToken,
  TWILIO_API_KEY: apiKey,
  TWILIO_API_SECRET: apiSecret,
  TWILIO_PHONE_NUMBER: phoneNumber,
  TWILIO_MESSAGING_SERVICE_SID: messagingService,
  TWILIO_API_BASE_URL: baseUrlRule('TWILIO_API_BASE_URL', 'https://api.twilio.com'),
  NOTIFICATION_PHONE: notificationPhone,
  JEONBO_ALERT_TITLE: alertTitle,
  JEONBO_DRY_RUN: guardRule('JEONBO_DRY_RUN', '0'),
  JEONBO_RECIPIENTS: guardRule('JEONBO_RECIPIENTS', 'any'),
  JEONBO_RECIPIENT_BOOK: guardRule('JEONBO_RECIPIENT_BOOK', '-'),
  JEONBO_ALLOWED_RECIPIENTS: guardRule('JEONBO_ALLOWED_RECIPIENTS', '-'),
  JEONBO_SEND_LIMIT: guardRule('JEONBO_SEND_LIMIT', '1000'),
  JEONBO_DUPLICATE_WINDOW: guardRule('JEONBO_DUPLICATE_WINDOW', '5m'),
  JEONBO_CONFIRM: guardRule('JEONBO_CONFIRM', 'bulk'),
  DATABASE_URL: database,
  JEONBO_SECRET_KEY: secretKey,
  JEONBO_LEDGER_DAYS: days,
  JEONBO_LEDGER_STORE_TEXT: oneOf('JEONBO_LEDGER_STORE_TEXT', ['0', '1'], '0'),
  JEONBO_LANG: (input) => oneOf('JEONBO_LANG', ['ko', 'en'], input.language)(input),
  LOG_LEVEL: oneOf('LOG_LEVEL', logLevels, 'info'),
};

function days({ environment, language }: CheckInput): Verdict {
  const texts = checkTexts[language];
  const { JEONBO_LEDGER_DAYS: given } = environment;
  if (!given) return { value: texts.byDefault('400') };
  if (/^[1-9]\d*$/.test(given)) return { value: given };
  const next = texts.setTo('JEONBO_LEDGER_DAYS', '400');
  return { value: given, problem: texts.days, why: texts.daysWhy, next };
}

function oneOf(name: SettingName, words: readonly string[], fallback: string): Rule {
  return ({ environment, language }) => {
    const texts = checkTexts[language];
    const given = environment[name]?.trim();
    if (!given) return { value: texts.byDefault(fallback) };
    if (words.includes(given.toLowerCase())) return { value: given };
    return {
      value: given,
      problem: texts.oneOf(words.join(', ')),
      why: texts.oneOfWhy,
      next: texts.setTo(name, words[0] ?? fallback),
    };
  };
}
