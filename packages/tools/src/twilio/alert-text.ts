import { JeonboError } from '@jeonbo/core';

export interface BudgetAlert {
  readonly category: string;
  readonly spent: number;
  readonly budget: number;
  readonly currency: string;
  readonly custom_message: string;
}

/**
 * The text of a budget alert. Computed as the program it comes from did, step by step, so that both say the same.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a number is negative or not finite
 * @example alertText({ category: 'Groceries', spent: 85, budget: 100, currency: 'CHF', custom_message: '' })
 * // '[!] SpendWise: Groceries\nCHF 85/100 (85%)'
 */
export function alertText(alert: BudgetAlert, title = 'SpendWise'): string {
  const { category, spent, budget, currency, custom_message } = alert;
  demandAmount('spent', spent);
  demandAmount('budget', budget);
  const percent = budget > 0 ? (spent / budget) * 100 : 0;
  // A budget next to nothing can be overspent beyond every number.
  demandAmount('budget', percent);
  return [
    `${iconOf(percent)} ${title}: ${category}`,
    `${currency} ${whole(spent)}/${whole(budget)} (${whole(percent)}%)`,
    ...(custom_message ? [custom_message] : []),
  ].join('\n');
}

function iconOf(percent: number): string {
  if (percent >= 100) return '[!!]';
  return percent >= 80 ? '[!]' : '[OK]';
}

/** No decimals, half to even: 0.5 → 0, 1.5 → 2, 2.5 → 2. `toFixed` and `Math.round` go up, and `toFixed` ends at 1e21. */
function whole(amount: number): string {
  const below = Math.floor(amount);
  const rest = amount - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 === 1);
  return BigInt(up ? below + 1 : below).toString();
}

function demandAmount(field: keyof BudgetAlert, amount: number): void {
  if (Number.isFinite(amount) && amount >= 0) return;
  throw new JeonboError('VALIDATION_ERROR', `${field} must be a number from 0.`, { field });
}
