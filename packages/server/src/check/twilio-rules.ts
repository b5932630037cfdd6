import { parsePhoneNumber } from '@jeonbo/core/phone';
import type { SettingName } from '../settings.ts';
import { whereToGet } from '../twilio/where-to-get.ts';
import type { CheckInput, Rule, Verdict } from './finding.ts';
import { checkTexts } from './texts.ts';
import { twilioTexts } from './twilio-texts.ts';

const sid = (prefix: string) => new RegExp(`^${prefix}[0-9a-fA-F]{32}$`);
/** A short code, or a name of up to 11 letters; numbers are read by core. */
const otherSender = /^(?:\d{3,8}|(?=.*[A-Za-z])[\w &.+-]{1,11})$/;

export function accountSid({ environment, language }: CheckInput): Verdict {
  const texts = twilioTexts[language];
  const given = environment.TWILIO_ACCOUNT_SID?.trim();
  const next = whereToGet[language].TWILIO_ACCOUNT_SID;
  if (!given) return missing('TWILIO_ACCOUNT_SID', next, language);
  if (sid('AC').test(given)) return { value: given };
  // Somebody may have put a secret into the wrong place.
  const value = checkTexts[language].isSet(String(given.length));
  return { value, problem: texts.sidForm('AC'), why: texts.refused, next };
}

export function authToken(input: CheckInput): Verdict {
  const { environment, language } = input;
  const { TWILIO_API_KEY, TWILIO_API_SECRET } = environment;
  if (environment.TWILIO_AUTH_TOKEN?.trim()) return secret('TWILIO_AUTH_TOKEN', input);
  if (TWILIO_API_KEY && TWILIO_API_SECRET)
    return { value: twilioTexts[language].instead('TWILIO_API_KEY') };
  return missing('TWILIO_AUTH_TOKEN', whereToGet[language].TWILIO_AUTH_TOKEN, language);
}

export function apiKey({ environment, language }: CheckInput): Verdict {
  const texts = twilioTexts[language];
  const given = environment.TWILIO_API_KEY?.trim();
  if (!given) return alone('TWILIO_API_KEY', 'TWILIO_API_SECRET', environment, language);
  const value = checkTexts[language].isSet(String(given.length));
  if (sid('SK').test(given)) return { value };
  const next = checkTexts[language].setTo('TWILIO_API_KEY', 'SK…');
  return { value, problem: texts.sidForm('SK'), why: texts.refused, next };
}

export function apiSecret(input: CheckInput): Verdict {
  const { environment, language } = input;
  if (environment.TWILIO_API_SECRET?.trim()) return secret('TWILIO_API_SECRET', input);
  return alone('TWILIO_API_SECRET', 'TWILIO_API_KEY', environment, language);
}

export function phoneNumber({ environment, language }: CheckInput): Verdict {
  const texts = twilioTexts[language];
  const given = environment.TWILIO_PHONE_NUMBER;
  const next = whereToGet[language].TWILIO_PHONE_NUMBER;
  if (!given) {
    if (environment.TWILIO_MESSAGING_SERVICE_SID)
      return { value: texts.instead('TWILIO_MESSAGING_SERVICE_SID') };
    return missing('TWILIO_PHONE_NUMBER', next, language);
  }
  if (parsePhoneNumber(given) || otherSender.test(given)) return { value: given };
  return { value: given, problem: texts.senderForm, why: texts.refused, next };
}

export function messagingService({ environment, language }: CheckInput): Verdict {
  const texts = twilioTexts[language];
  const given = environment.TWILIO_MESSAGING_SERVICE_SID;
  if (!given) return { value: checkTexts[language].notSet };
  if (sid('MG').test(given)) return { value: given };
  const next = checkTexts[language].setTo('TWILIO_MESSAGING_SERVICE_SID', 'MG…');
  return { value: given, problem: texts.sidForm('MG'), why: texts.refused, next };
}

export function notificationPhone({ environment, language }: CheckInput): Verdict {
  const texts = twilioTexts[language];
  const given = environment.NOTIFICATION_PHONE;
  if (!given) return { value: checkTexts[language].byDefault(texts.noDefaultTo) };
  const value = checkTexts[language].isSet(String(given.length));
  if (parsePhoneNumber(given)?.e164) return { value };
  const next = checkTexts[language].setTo('NOTIFICATION_PHONE', '+41791234567');
  return { value, problem: texts.phoneForm, why: texts.phoneWhy, next };
}

export const alertTitle: Rule = ({ environment, language }) => ({
  value: environment.JEONBO_ALERT_TITLE || checkTexts[language].byDefault('SpendWise'),
});

function missing(name: SettingName, next: string, language: CheckInput['language']): Verdict {
  const texts = twilioTexts[language];
  const value = checkTexts[language].notSet;
  return { value, problem: texts.missing(name), why: texts.refused, next };
}

/** Of two that go together, this one is not set. */
function alone(
  name: 'TWILIO_API_KEY' | 'TWILIO_API_SECRET',
  other: 'TWILIO_API_KEY' | 'TWILIO_API_SECRET',
  environment: CheckInput['environment'],
  language: CheckInput['language'],
): Verdict {
  const value = checkTexts[language].notSet;
  if (!environment[other]) return { value };
  const next = checkTexts[language].setTo(name, '…');
  return {
    value,
    problem: twilioTexts[language].together,
    why: twilioTexts[language].refused,
    next,
  };
}

function secret(
  name: 'TWILIO_AUTH_TOKEN' | 'TWILIO_API_SECRET',
  { environment, language }: CheckInput,
): Verdict {
  const given = environment[name]?.trim() ?? '';
  const value = checkTexts[language].isSet(String(given.length));
  if (/^[\x21-\x7e]+$/.test(given)) return { value };
  const next = whereToGet[language].TWILIO_AUTH_TOKEN;
  const problem = twilioTexts[language].spaces(name);
  return { value, problem, why: checkTexts[language].keySpacesWhy, next };
}
