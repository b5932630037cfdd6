import { readFileSync } from 'node:fs';
import type { Budget, Transaction } from './budgets.ts';

export interface Data {
  readonly budgets: readonly Budget[];
  readonly transactions: readonly Transaction[];
}

type Row = Readonly<Record<string, unknown>>;

/** Reads the two files of a folder. A wrong amount is refused here, before it becomes a message to somebody. */
export function readData(folder: string): Data {
  return {
    budgets: readRows<Budget>(
      `${folder}/budgets.json`,
      ({ category, currency, limit, alertAt }) =>
        isText(category) && isText(currency) && isAmount(limit) && isAmount(alertAt),
    ),
    transactions: readRows<Transaction>(
      `${folder}/transactions.json`,
      ({ category, date, amount }) => isText(category) && isDate(date) && Number.isFinite(amount),
    ),
  };
}

function readRows<Item>(path: string, isRight: (row: Row) => boolean): Item[] {
  const rows: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(rows)) throw new Error(`${path} is not a list.`);
  const wrong = rows.findIndex(
    (row) => typeof row !== 'object' || row === null || !isRight(row as Row),
  );
  if (wrong >= 0) throw new Error(`${path}: entry ${wrong + 1} is not complete.`);
  return rows;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}
