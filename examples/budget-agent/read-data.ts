import { readFileSync } from 'node:fs';
import type { Budget, Transaction } from './budgets.ts';

export interface Data {
  readonly budgets: readonly Budget[];
  readonly transactions: readonly Transaction[];
}

/** Reads the two files of a folder. A wrong amount is refused here, before it becomes a message to somebody. */
export function readData(folder: string): Data {
  const budgets = readRows(`${folder}/budgets.json`, (row): row is Budget =>
    [isText(row.category), isText(row.currency), isAmount(row.limit), isAmount(row.alertAt)].every(
      Boolean,
    ),
  );
  const transactions = readRows(
    `${folder}/transactions.json`,
    (row): row is Transaction =>
      isText(row.category) && isDate(row.date) && Number.isFinite(row.amount),
  );
  return { budgets, transactions };
}

type Fields<Row> = { readonly [Name in keyof Row]?: unknown };

function readRows<Row>(path: string, is: (row: Fields<Row>) => row is Row & Fields<Row>): Row[] {
  const rows: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(rows)) throw new Error(`${path} is not a list.`);
  for (const [index, row] of rows.entries())
    if (typeof row !== 'object' || row === null || !is(row))
      throw new Error(`${path}: entry ${index + 1} is not complete.`);
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
