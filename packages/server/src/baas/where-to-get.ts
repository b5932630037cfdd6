import type { Language } from '@jeonbo/core';
import type { Environment } from '../types.ts';

type Needed = 'BAAS_API_KEY' | 'PROJECT_ID';

/** Where to get what is always needed: said by `--check`, by the log at start, and by the call that fails for it. */
export const whereToGet: Record<Language, Record<Needed, string>> = {
  en: {
    BAAS_API_KEY:
      'It belongs to your project at BaaS (aiapp.link); support@aiapp.link helps. Then: export BAAS_API_KEY=…',
    PROJECT_ID: 'The UUID of your project at BaaS (aiapp.link). Then: export PROJECT_ID=…',
  },
  ko: {
    BAAS_API_KEY:
      'BaaS(aiapp.link) 프로젝트에서 발급받으세요. 문의: support@aiapp.link. 그다음: export BAAS_API_KEY=…',
    PROJECT_ID: 'BaaS(aiapp.link) 프로젝트의 UUID입니다. 그다음: export PROJECT_ID=…',
  },
};

export function missingSettings(environment: Environment, language: Language) {
  const { BAAS_API_KEY, PROJECT_ID, BAAS_PROJECT_ID, BAAS_PROFILE } = environment;
  const missing: Needed[] = [];
  if (!BAAS_API_KEY?.trim()) missing.push('BAAS_API_KEY');
  if (!PROJECT_ID && !BAAS_PROJECT_ID && BAAS_PROFILE !== 'v2') missing.push('PROJECT_ID');
  return missing.map((setting) => ({ setting, next: whereToGet[language][setting] }));
}
