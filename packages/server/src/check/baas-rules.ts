import { whereToGet } from '../baas/where-to-get.ts';
import type { CheckInput, Verdict } from './finding.ts';
import { checkTexts } from './texts.ts';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function key({ environment, language }: CheckInput): Verdict {
  const texts = checkTexts[language];
  const given = environment.BAAS_API_KEY?.trim();
  const next = whereToGet[language].BAAS_API_KEY;
  if (!given) return { value: texts.notSet, problem: texts.keyMissing, why: texts.keyWhy, next };
  const value = texts.isSet(String(given.length));
  if (/^[\x21-\x7e]+$/.test(given)) return { value };
  return { value, problem: texts.keySpaces, why: texts.keySpacesWhy, next };
}

export function projectId({ environment, language }: CheckInput): Verdict {
  const texts = checkTexts[language];
  const given = environment.PROJECT_ID || environment.BAAS_PROJECT_ID;
  if (given && uuid.test(given)) return { value: given };
  const why = texts.projectWhy;
  if (given) return { value: given, problem: texts.projectForm, why, next: texts.projectFormNext };
  if (environment.BAAS_PROFILE === 'v2') return { value: texts.byDefault('v2') };
  const next = whereToGet[language].PROJECT_ID;
  return { value: texts.notSet, problem: texts.projectMissing, why, next };
}

export function profile({ environment, language }: CheckInput): Verdict {
  const texts = checkTexts[language];
  const { BAAS_PROFILE: given } = environment;
  if (!given) return { value: texts.byDefault('v1') };
  if (given === 'v1' || given === 'v2') return { value: given };
  const next = texts.setTo('BAAS_PROFILE', 'v1');
  return { value: given, problem: texts.oneOf('v1, v2'), why: texts.oneOfWhy, next };
}
