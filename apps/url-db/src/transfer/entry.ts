import type { AttributeType } from '../attributes/types.ts';
import type { DependencyType } from '../storage/dependency-types.ts';
import type { Words } from '../words.ts';

// What the readers of the three formats make of a file, and what the import takes. Nothing of it is checked yet, but its
// types.

export interface AttributeEntry {
  readonly name: string;
  /** Where it is known, for a domain that does not define the attribute yet. */
  readonly type?: AttributeType | undefined;
  readonly value: string;
  readonly orderIndex?: number | null | undefined;
}

export interface NodeEntry {
  readonly kind: 'node';
  /** Left out: that of the import. */
  readonly domainName?: string | undefined;
  readonly url: string;
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly createdAt?: number | undefined;
  readonly updatedAt?: number | undefined;
  readonly attributes: readonly AttributeEntry[];
}

export interface DomainEntry {
  readonly kind: 'domain';
  readonly name: string;
  readonly description: string | null;
  readonly stripTracking: boolean;
  readonly attributes: readonly {
    readonly name: string;
    readonly type: AttributeType;
    readonly description: string | null;
  }[];
}

/** Ids differ from one database to the next, so nodes are named by what is the same in both. */
interface NodeName {
  readonly domainName?: string | undefined;
  readonly url: string;
}

export interface DependencyEntry {
  readonly kind: 'dependency';
  readonly dependent: NodeName;
  readonly dependency: NodeName;
  readonly type: DependencyType;
  readonly cascadeDelete: boolean;
  readonly description: string | null;
}

/** What could not be read. */
export interface FaultEntry {
  readonly kind: 'fault';
  readonly reason: Words;
}

export type Entry = { readonly line: number } & (
  | NodeEntry
  | DomainEntry
  | DependencyEntry
  | FaultEntry
);

export const transferFormats = ['netscape', 'csv', 'jsonl'] as const;
export type TransferFormat = (typeof transferFormats)[number];
