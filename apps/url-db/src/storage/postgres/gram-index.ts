import { rows, type Step } from '../step.ts';

/** No pending list: a search would have to read it from end to end. */
export const createIndex =
  'CREATE INDEX nodes_grams ON nodes USING gin (grams) WITH (fastupdate = off)';

/** A million nodes find their two hundred places each in a quarter of an hour; an index that is made at the end takes a tenth. */
export function* dropGramIndex(): Step<void> {
  yield* rows('DROP INDEX nodes_grams');
}

export function* createGramIndex(): Step<void> {
  yield* rows("SET LOCAL maintenance_work_mem = '256MB'");
  yield* rows(createIndex);
  // The server would do it in a minute or so, and until then take every gram for a rare one.
  yield* rows('ANALYZE nodes');
}
