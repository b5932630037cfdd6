import { readFileSync } from 'node:fs';
import { checkGuardSettings } from '@jeonbo/tools';
import type { SettingName } from '../settings.ts';
import type { Rule } from './finding.ts';
import { checkTexts } from './texts.ts';

/** A guard rail is read by the same code that holds it, so that --check cannot think otherwise. */
export function guardRule(name: SettingName, fallback: string): Rule {
  return ({ environment, language }) => {
    const texts = checkTexts[language];
    const given = environment[name]?.trim();
    const readFile = (path: string) => readFileSync(path, 'utf8');
    const { problems } = checkGuardSettings(environment, readFile);
    const found = problems.find(({ variable }) => variable === name);
    // A list of numbers is not repeated.
    const value = !given ? texts.byDefault(fallback) : shown(name, given, language);
    if (!found) return { value };
    return { value, problem: found.problem, why: texts.guardWhy, next: texts.unset(name) };
  };
}

function shown(name: SettingName, given: string, language: 'ko' | 'en'): string {
  if (name !== 'JEONBO_ALLOWED_RECIPIENTS') return given;
  return checkTexts[language].isSet(String(given.length));
}
