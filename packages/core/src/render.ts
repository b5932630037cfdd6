import { JeonboError } from './error.ts';
import type { TemplateVariables } from './messages.ts';

const placeholder = /#\{([^{}]*)\}/g;

/**
 * Fills `#{name}` in a text, the form Kakao's own templates use. Done before anything is measured.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a variable is missing; `details.missing` names all of them
 * @example render('#{name}님, 주문이 도착했습니다.', { name: '홍길동' }) // '홍길동님, 주문이 도착했습니다.'
 */
export function render(text: string, variables: TemplateVariables = {}): string {
  const missing = variableNames(text).filter((name) => !Object.hasOwn(variables, name));
  if (missing.length > 0)
    throw new JeonboError(
      'VALIDATION_ERROR',
      `The text needs a value for ${missing.map((name) => `#{${name}}`).join(', ')}.`,
      { field: 'variables', details: { missing } },
    );
  return text.replace(placeholder, (_, name: string) => String(variables[name.trim()]));
}

function variableNames(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name]) => (name as string).trim()))];
}
