import type { AttributeIssue } from '../attributes/issues.ts';
import type { AttributeType } from '../attributes/types.ts';
import type { DeliveryStore } from './delivery-types.ts';
import type { DependencyStore } from './dependency-types.ts';
import type { DumpChunk } from './dump-types.ts';

// Times are milliseconds since 1970. Ids are numbers that are never used again, also after a deletion or a power cut.
// Texts come checked (src/schemas), URLs too (parseUrl): the store keeps what it is given and only adds what it must know.

export interface Domain {
  readonly name: string;
  readonly description: string | null;
  /** A kept counter, so always exact. */
  readonly nodeCount: number;
  /** Whether two URLs that differ in tracking parameters only (utm_…, fbclid, …) are the same one here. */
  readonly stripTracking: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface UrlNode {
  readonly id: number;
  readonly domainName: string;
  /** As it was given. Equality is by its normal form. */
  readonly url: string;
  readonly title: string;
  readonly description: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface NewNode {
  readonly domainName: string;
  /** One that parseUrl took. */
  readonly url: string;
  readonly title: string;
  readonly description: string | null;
  /** For what is imported with its dates. Default: now. Lists go by when a node came in here (its id), not by this. */
  readonly createdAt?: number | undefined;
  readonly updatedAt?: number | undefined;
  /** Where its grams were cut already, for the engine that takes them as one text; see sqlite/index-node.ts. */
  readonly grams?: string | undefined;
}

/** What became of one row. `duplicate` is the node that holds the URL already. */
export type NodeOutcome =
  | { readonly node: UrlNode }
  | { readonly duplicate: UrlNode }
  | 'no_domain';

export interface NodeKey {
  readonly domainName: string;
  readonly id: number;
}

export interface AttributeDefinition {
  readonly id: number;
  readonly domainName: string;
  readonly name: string;
  readonly type: AttributeType;
  readonly description: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface AttributeValue {
  readonly name: string;
  readonly type: AttributeType;
  readonly value: string;
  /** Of an ordered_tag; null for the other types. */
  readonly orderIndex: number | null;
}

/** One value to set; several with one name are several values of it. */
export interface AttributeInput {
  readonly name: string;
  readonly value: string;
  readonly orderIndex?: number | null | undefined;
}

export type AttributesOutcome =
  | { readonly attributes: readonly AttributeValue[] }
  /** Values that their types do not take; nothing was changed. */
  | { readonly issues: readonly AttributeIssue[] }
  /** Names that the domain does not define, and `create` was false; nothing was changed. */
  | { readonly undefinedNames: readonly string[] }
  | 'missing';

/** A row of an import: a node, and what is to be set of it. */
export interface ImportRow extends NewNode {
  readonly attributes: readonly AttributeInput[];
}

/** What to set of a node that has `kept` already and that these rows are about. Asked again where a transaction is. */
export type MergeAttributes<Row extends ImportRow> = (
  kept: readonly AttributeValue[],
  brought: readonly Row['attributes'][],
) => readonly AttributeInput[];

export interface ImportOutcome {
  /** One for each row, in order. */
  readonly outcomes: readonly NodeOutcome[];
  /** By node, what is wrong with values that were left out. */
  readonly issues: ReadonlyMap<number, readonly AttributeIssue[]>;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly totalCount: number;
  /** More than `totalCount`: counting ended there. */
  readonly totalIsCapped: boolean;
  /** For the page after this one; null where this is the last. */
  readonly nextCursor: string | null;
}

interface Paging {
  /** From 1; the default. Left out where there is a cursor. */
  readonly page?: number | undefined;
  /** `nextCursor` of the page before, of the same query; another is refused (JeonboError VALIDATION_ERROR, field `cursor`). */
  readonly cursor?: string | undefined;
  readonly size: number;
}

export interface NodesQuery extends Paging {
  readonly domainName?: string | undefined;
  /** All its words must be in title, URL (as people read it, percent-decoded) or description; from one character. */
  readonly search?: string | undefined;
  /** Counts every hit of a search, however long that takes. */
  readonly exact?: boolean | undefined;
}

export const filterOperators = [
  'equals',
  'contains',
  'starts_with',
  'ends_with',
  'gt',
  'lt',
  'exists',
] as const;
type FilterOperator = (typeof filterOperators)[number];

/**
 * Of a node that has several values one must match. Numbers compare as numbers (4.50 equals 4.5), tags in their
 * normalised form, all else as it stands. `value` is not looked at for `exists`.
 */
export interface AttributeFilter {
  readonly name: string;
  readonly operator: FilterOperator;
  readonly value?: string | undefined;
}

export interface FilterQuery extends Paging {
  readonly domainName: string;
  /** All of them must match. A name that the domain does not define matches nothing. */
  readonly filters: readonly AttributeFilter[];
  /** Counts every match, however long that takes. */
  readonly exact?: boolean | undefined;
}

export interface ExportedNode {
  readonly node: UrlNode;
  readonly attributes: readonly AttributeValue[];
}

/**
 * All that url-db keeps, in SQLite or PostgreSQL. Every change is whole or not at all, is on the disk when its promise
 * is kept, and leaves its events in the same transaction.
 *
 * Faults of the engine are JeonboErrors whose words name DATABASE_URL.
 */
export interface UrlStore extends DependencyStore, DeliveryStore {
  readonly engine: 'sqlite' | 'postgres';

  /** By name. */
  listDomains(): Promise<readonly Domain[]>;
  getDomain(name: string): Promise<Domain | undefined>;
  createDomain(input: {
    readonly name: string;
    readonly description: string | null;
    readonly stripTracking?: boolean | undefined;
  }): Promise<Domain | 'exists'>;
  /**
   * A changed `stripTracking` counts for the nodes that are there too; `collision` where two of them would then hold the
   * same URL, and nothing is changed.
   */
  updateDomain(
    name: string,
    changes: {
      readonly description?: string | null | undefined;
      readonly stripTracking?: boolean | undefined;
    },
  ): Promise<Domain | { readonly collision: readonly [UrlNode, UrlNode] } | undefined>;
  /** `force` deletes its nodes too, whatever depends on them. */
  deleteDomain(
    name: string,
    options: { readonly force: boolean },
  ): Promise<'deleted' | 'missing' | 'not_empty'>;

  createNode(input: NewNode): Promise<NodeOutcome>;
  /** One transaction; one outcome for each row, in order. A URL that stands twice is a duplicate the second time. */
  createNodes(rows: readonly NewNode[]): Promise<readonly NodeOutcome[]>;
  /**
   * The same for imports, with what the rows carry in the same transaction. Names that a domain does not define are defined;
   * a name with a value at fault is left out, and no other.
   */
  importNodes<Row extends ImportRow>(
    rows: readonly Row[],
    merge: MergeAttributes<Row>,
  ): Promise<ImportOutcome>;
  getNode(domainName: string, id: number): Promise<UrlNode | undefined>;
  getNodes(keys: readonly NodeKey[]): Promise<readonly (UrlNode | undefined)[]>;
  /** Who holds this URL: one node, or with no domain named one in each that has it, by the domain's name. */
  findNodes(url: string, domainName?: string): Promise<readonly UrlNode[]>;
  updateNode(
    domainName: string,
    id: number,
    changes: {
      readonly title?: string | undefined;
      readonly description?: string | null | undefined;
    },
  ): Promise<UrlNode | undefined>;
  /** With those that depend on it with cascade. Refused while others depend on it hard. */
  deleteNode(
    domainName: string,
    id: number,
  ): Promise<'deleted' | 'missing' | { readonly hardDependents: readonly UrlNode[] }>;
  /**
   * Newest first: by id, which is in the order in which nodes came in here. What is imported with dates of years ago is on
   * the first page too, where who imported it looks.
   * Without a search `totalCount` is exact. With one it is exact up to 10,000 hits on SQLite and 1,000 on PostgreSQL;
   * nodes/search-nodes.ts says how. A domain that is not there is an empty page.
   */
  listNodes(query: NodesQuery): Promise<Page<UrlNode>>;
  /** The same over attributes, and all nodes of a domain. */
  filterNodes(query: FilterQuery): Promise<Page<UrlNode>>;

  /** By name; undefined where the domain is missing. */
  listAttributeDefinitions(domainName: string): Promise<readonly AttributeDefinition[] | undefined>;
  getAttributeDefinition(domainName: string, id: number): Promise<AttributeDefinition | undefined>;
  createAttributeDefinition(input: {
    readonly domainName: string;
    readonly name: string;
    readonly type: AttributeType;
    readonly description: string | null;
  }): Promise<AttributeDefinition | { readonly duplicate: AttributeDefinition } | 'no_domain'>;
  updateAttributeDefinition(
    domainName: string,
    id: number,
    changes: {
      readonly name?: string | undefined;
      readonly description?: string | null | undefined;
    },
  ): Promise<AttributeDefinition | { readonly duplicate: AttributeDefinition } | undefined>;
  /** `force` deletes the values too. */
  deleteAttributeDefinition(
    domainName: string,
    id: number,
    options: { readonly force: boolean },
  ): Promise<'deleted' | 'missing' | 'in_use'>;

  /** By name, ordered tags in their order, other values as they were set; undefined where the node is missing. */
  getAttributes(domainName: string, id: number): Promise<readonly AttributeValue[] | undefined>;
  /** The same for many, in order, for lists. */
  getAttributesOf(
    keys: readonly NodeKey[],
  ): Promise<readonly (readonly AttributeValue[] | undefined)[]>;
  /**
   * Replaces the named attributes and keeps the others, all or nothing. With `create`, a name that the domain does not
   * define is defined in the same transaction, with a type that its values suggest. Values are checked and normalised
   * here, by src/attributes, because only here the type is known for certain.
   */
  setAttributes(
    domainName: string,
    id: number,
    inputs: readonly AttributeInput[],
    options: { readonly create: boolean },
  ): Promise<AttributesOutcome>;
  /** All values of one name. `no_attribute` where the node has none of that name. */
  deleteAttribute(
    domainName: string,
    id: number,
    name: string,
  ): Promise<'deleted' | 'missing' | 'no_attribute'>;

  /** Every node with its attributes, oldest first, as they were at one moment. */
  readAll(domainName?: string): AsyncIterable<ExportedNode>;
  /** Everything with its ids, as it was at one moment, for another store's `load`. */
  dump(): AsyncIterable<DumpChunk>;
  /**
   * Takes a dump into a store that holds nothing yet (JeonboError CONFLICT otherwise), in one transaction, and keeps
   * every id. Ids that come after it are higher than all that the other store ever gave.
   */
  load(chunks: AsyncIterable<DumpChunk>): Promise<void>;
  /**
   * A whole copy while others read and write.
   * @throws JeonboError CONFLICT where the file exists, NOT_SUPPORTED on PostgreSQL (use pg_dump)
   */
  backup(path: string): Promise<void>;
  /** Whether the database answers. */
  ping(): Promise<void>;
  /** Waits for what runs, then closes. */
  close(): Promise<void>;
}
