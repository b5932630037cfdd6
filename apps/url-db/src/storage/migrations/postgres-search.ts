import { createIndex } from '../postgres/gram-index.ts';

/** The grams of each node (src/storage/search). With the usual statistics the planner takes every gram for a rare one. */
export const postgresSearch: readonly string[] = [
  'ALTER TABLE nodes ADD COLUMN grams tsvector NOT NULL',
  'ALTER TABLE nodes ALTER COLUMN grams SET STATISTICS 1000',
  createIndex,
];
