import type { DependencyType } from './dependency-types.ts';
import type { AttributeValue } from './store.ts';

export const storeEventTypes = [
  'node.created',
  'node.updated',
  'node.deleted',
  'attribute.changed',
  'dependency.changed',
] as const;
export type StoreEventType = (typeof storeEventTypes)[number];

interface NodeFacts {
  readonly url: string;
  readonly title: string;
  readonly description: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What each event says beside the node it is about: the state right after the change. */
interface StoreEventData {
  readonly 'node.created': NodeFacts;
  readonly 'node.updated': NodeFacts & { readonly changed: readonly ('title' | 'description')[] };
  /** The state before. */
  readonly 'node.deleted': NodeFacts;
  readonly 'attribute.changed': {
    /** Names that were set or removed. */
    readonly changed: readonly string[];
    /** The values that these names have now; data: images are left out of them (`value` is then empty). */
    readonly attributes: readonly AttributeValue[];
  };
  readonly 'dependency.changed': {
    readonly change: 'added' | 'removed';
    readonly dependencyId: number;
    readonly type: DependencyType;
    readonly cascadeDelete: boolean;
    /** What the node of the event needs, or no longer needs. */
    readonly dependency: { readonly domainName: string; readonly nodeId: number };
  };
}

/** One change of one node. Keys of the wire (`tool:domain:id`) are made by who sends it, from `domainName` and `nodeId`. */
export type StoreEvent = {
  [Type in StoreEventType]: {
    readonly id: number;
    readonly type: Type;
    readonly domainName: string;
    readonly nodeId: number;
    readonly at: number;
    readonly data: StoreEventData[Type];
  };
}[StoreEventType];
