export interface Budget {
  readonly category: string;
  readonly limit: number;
  readonly currency: string;
  /** Percent of the limit from which an alert is due. */
  readonly alertAt: number;
}

export interface Transaction {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly category: string;
  /** What comes back is negative. */
  readonly amount: number;
}

/** A budget that is over its threshold. */
export interface Alert {
  /** Month, category and what was crossed: one alert each, however often the agent runs. */
  readonly key: string;
  readonly category: string;
  readonly spent: number;
  readonly budget: number;
  readonly currency: string;
}

/** What is over its threshold in a month (YYYY-MM): once at the threshold, once more at the limit itself. */
export function overThreshold(
  budgets: readonly Budget[],
  transactions: readonly Transaction[],
  month: string,
): Alert[] {
  return budgets.flatMap(({ category, limit, currency, alertAt }) => {
    const spent = spentIn(transactions, category, month);
    // A budget of 0 is none.
    if (limit <= 0 || spent * 100 < limit * alertAt) return [];
    const crossed = spent >= limit ? 'limit' : 'threshold';
    return [{ key: `${month} ${category} ${crossed}`, category, spent, budget: limit, currency }];
  });
}

/** Counted in hundredths: 0.1 + 0.2 of a currency is 0.3. */
function spentIn(transactions: readonly Transaction[], category: string, month: string): number {
  const hundredths = transactions
    .filter((one) => one.category === category && one.date.startsWith(`${month}-`))
    .reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  return Math.max(0, hundredths / 100);
}

export function latestMonth(transactions: readonly Transaction[]): string {
  const dates = transactions.map(({ date }) => date).sort();
  return dates.at(-1)?.slice(0, 7) ?? '';
}
