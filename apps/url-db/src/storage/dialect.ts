import type { GramQuery } from './search/gram-query.ts';
import type { SqlValue } from './sql-value.ts';
import type { Step } from './step.ts';

/** A row of nodes before it has an id. */
export interface NodeInsert {
  readonly domainId: number;
  readonly url: string;
  readonly urlNorm: string;
  readonly urlKey: Uint8Array;
  readonly title: string;
  readonly description: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Only where its id is given already: a node of another store. */
  readonly id?: number;
  /** See NewNode. */
  readonly grams?: string | undefined;
}

export interface EventInsert {
  readonly type: string;
  readonly domainName: string;
  readonly nodeId: number;
  readonly at: number;
  readonly data: string;
}

/** What is searched in a node. */
export interface SearchedNode {
  readonly id: number;
  readonly domainId: number;
  readonly url: string;
  readonly title: string;
  readonly description: string | null;
}

export interface Candidates {
  readonly query: GramQuery;
  readonly domainId: number | undefined;
}

/** Where the two engines differ. Everything else is SQL that both read. */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgres';
  /** Whether the index has grams of four; see search/grams.ts. */
  readonly hasFours: boolean;
  /** How many hits of a search are counted. */
  readonly countCap: number;
  /** Ends a SELECT of rows that this transaction will change. */
  readonly forUpdate: string;
  /** `column` is one of a list that is one value, made by `list`; bytes are listed in hexadecimal digits. */
  among(column: string, kind: 'number' | 'text' | 'bytes'): string;
  list(values: readonly (string | number)[]): SqlValue | readonly SqlValue[];
  /** Where `needle` begins in a text column, from 1; 0 where it is not in it. */
  position(column: string): string;
  /** Makes a SELECT go by one index. PostgreSQL finds its own way. */
  indexedBy(index: string): string;
  /** Waits for a named lock and keeps it to the end of the transaction. SQLite has one writer anyway. */
  lock(name: string): Step<void>;
  /** Answers the id of each row, undefined where its domain has that URL already, and makes it searchable. */
  insertNodes(nodes: readonly NodeInsert[]): Step<readonly (number | undefined)[]>;
  /** Before and after many nodes come into an empty store, in one transaction. */
  beginLoad(): Step<void>;
  endLoad(): Step<void>;
  /** After a change of title or description. */
  indexNode(node: SearchedNode): Step<void>;
  deleteNodes(ids: readonly number[]): Step<void>;
  insertEvents(events: readonly EventInsert[]): Step<void>;
  /** The same search by fewer grams, where some of them hardly tell nodes apart. */
  narrow(query: GramQuery): Step<GramQuery>;
  /** Ids of nodes that hold all grams, up to a number, in no order: the cheapest question that there is. */
  someCandidates(candidates: Candidates, limit: number): Step<readonly number[]>;
  /** Up to `cap` + 1. */
  countCandidates(candidates: Candidates, cap: number): Step<number>;
  /** Ids of nodes that hold all grams, newest first. */
  findCandidates(
    candidates: Candidates,
    range: {
      readonly below: number | undefined;
      readonly limit: number;
      readonly offset: number;
      /** There are more than are counted, so that the newest nodes have some. */
      readonly areMany?: boolean;
    },
  ): Step<readonly number[]>;
  /** An id below which, and a number of nodes from there, where all nodes are skipped newest first. */
  skipNodes(count: number): Step<{ readonly below: number | undefined; readonly offset: number }>;
  /** The highest id that a table ever gave, and the next one to be above it. */
  highestId(table: string): Step<number>;
  raiseHighestId(table: string, id: number): Step<void>;
}
