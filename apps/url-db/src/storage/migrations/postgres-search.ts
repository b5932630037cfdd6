/**
 * The grams of each node (src/storage/search). With the usual statistics the planner takes every gram for a rare one.
 * No pending list: a search would have to read it from end to end.
 */
export const postgresSearch: readonly string[] = [
  'ALTER TABLE nodes ADD COLUMN grams tsvector NOT NULL',
  'ALTER TABLE nodes ALTER COLUMN grams SET STATISTICS 1000',
  'CREATE INDEX nodes_grams ON nodes USING gin (grams) WITH (fastupdate = off)',
];
