import { JeonboError } from '../error.ts';
import { parsePhoneNumber } from '../phone/parse-phone-number.ts';

export interface AdParts {
  /** The sender's name as recipients know it. */
  readonly sender: string;
  /** A phone number, mail or postal address of the sender. */
  readonly contact: string;
  /** The advertising itself, without marks. */
  readonly text: string;
  /** The free 080 number that takes opt-outs. */
  readonly optOutNumber: string;
}

/**
 * Builds an advertising text of the form that {@link checkAd} asks for.
 *
 * @throws JeonboError `AD_RULE_VIOLATION` where a part is empty or the opt-out is no 080 number; `field` names it
 * @example formatAd({ sender: '전보상점', contact: '02-1234-5678', text: '봄 세일', optOutNumber: '0801234567' })
 * // '(광고)전보상점 문의 02-1234-5678\n봄 세일\n무료수신거부 080-123-4567'
 */
export function formatAd(parts: AdParts): string {
  const optOut = parsePhoneNumber(parts.optOutNumber);
  if (optOut?.kind !== 'tollfree080')
    throw new JeonboError('AD_RULE_VIOLATION', 'The opt-out must be an 080 number.', {
      field: 'optOutNumber',
    });
  return `(광고)${part(parts, 'sender')} 문의 ${part(parts, 'contact')}\n${part(parts, 'text')}\n무료수신거부 ${optOut.dashed}`;
}

function part(parts: AdParts, field: 'sender' | 'contact' | 'text'): string {
  const value = parts[field].trim();
  if (value) return value;
  throw new JeonboError('AD_RULE_VIOLATION', `An ad needs ${field}.`, { field });
}
