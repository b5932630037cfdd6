import type { Dialect } from '../dialect.ts';
import { already, row, rows } from '../step.ts';
import { deleteNodes } from './delete-nodes.ts';
import { indexNode } from './index-node.ts';
import { insertEvents } from './insert-events.ts';
import { insertNodes } from './insert-nodes.ts';
import { narrow } from './narrow.ts';
import { countCandidates, findCandidates, someCandidates } from './search.ts';
import { skipNodes } from './skip-nodes.ts';

export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  hasFours: true,
  countCap: 10_000,
  forUpdate: '',
  among: (column, kind) =>
    `${column} IN (SELECT ${kind === 'bytes' ? 'unhex(value)' : 'value'} FROM json_each(?))`,
  list: (values) => JSON.stringify(values),
  position: (column) => `instr(${column}, ?)`,
  indexedBy: (index) => ` INDEXED BY ${index}`,
  lock: () => already(undefined),
  insertNodes,
  beginLoad: () => already(undefined),
  endLoad: () => already(undefined),
  indexNode,
  deleteNodes,
  insertEvents,
  narrow,
  someCandidates,
  countCandidates,
  findCandidates,
  skipNodes,
  *highestId(table) {
    const found = yield* row<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?', [
      table,
    ]);
    return found?.seq ?? 0;
  },
  *raiseHighestId(table, id) {
    const known = yield* row('SELECT 1 FROM sqlite_sequence WHERE name = ?', [table]);
    const sql = known
      ? 'UPDATE sqlite_sequence SET seq = max(seq, CAST(? AS INTEGER)) WHERE name = ?'
      : 'INSERT INTO sqlite_sequence (seq, name) VALUES (CAST(? AS INTEGER), ?)';
    yield* rows(sql, [id, table]);
  },
};
