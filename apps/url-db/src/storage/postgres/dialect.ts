import type { Dialect } from '../dialect.ts';
import { already, row, rows } from '../step.ts';
import { createGramIndex, dropGramIndex } from './gram-index.ts';
import { gramVector } from './gram-vector.ts';
import { insertEvents } from './insert-events.ts';
import { insertNodes } from './insert-nodes.ts';
import { countCandidates, findCandidates, someCandidates } from './search.ts';

const lists = {
  number: (column: string) => `${column} = ANY(?::bigint[])`,
  text: (column: string) => `${column} = ANY(?::text[])`,
  bytes: (column: string) =>
    `${column} = ANY(ARRAY(SELECT decode(digits, 'hex') FROM unnest(?::text[]) digits))`,
};

const lastValue = "COALESCE(pg_sequence_last_value(pg_get_serial_sequence(?, 'id')::regclass), 0)";

export const postgresDialect: Dialect = {
  engine: 'postgres',
  // A row of more than two kilobytes is compressed, and every look at it would unpack it.
  hasFours: false,
  countCap: 1000,
  // Lets others refer to the row meanwhile.
  forUpdate: ' FOR NO KEY UPDATE',
  among: (column, kind) => lists[kind](column),
  list: (values) => values,
  position: (column) => `strpos(${column}, ?)`,
  indexedBy: () => '',
  *lock(name) {
    yield* rows('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
  },
  insertNodes,
  beginLoad: dropGramIndex,
  endLoad: createGramIndex,
  *indexNode(node) {
    yield* rows('UPDATE nodes SET grams = ?::tsvector WHERE id = ?', [
      gramVector(node.domainId, node),
      node.id,
    ]);
  },
  *deleteNodes(ids) {
    yield* rows('DELETE FROM nodes WHERE id = ANY(?::bigint[])', [ids]);
  },
  insertEvents,
  // The index takes the rarest first by itself.
  narrow: already,
  someCandidates,
  countCandidates,
  findCandidates,
  // The index of the ids alone is read, some milliseconds for half a million.
  skipNodes: (count) => already({ below: undefined, offset: count }),
  *highestId(table) {
    const found = yield* row<{ id: number }>(`SELECT ${lastValue} AS id`, [table]);
    return found?.id ?? 0;
  },
  *raiseHighestId(table, id) {
    yield* rows(
      `SELECT setval(pg_get_serial_sequence(?, 'id'), GREATEST(?::bigint, ${lastValue}))`,
      [table, id, table],
    );
  },
};
