import type { UrlNode } from './store.ts';

export const dependencyTypes = ['hard', 'soft', 'reference'] as const;
/**
 * What a deletion of the other node means: `hard` refuses it (unless `cascadeDelete`), `soft` and `reference` are let go.
 */
export type DependencyType = (typeof dependencyTypes)[number];

/** `dependent` needs `dependency`. */
export interface Dependency {
  readonly id: number;
  readonly dependent: UrlNode;
  readonly dependency: UrlNode;
  readonly type: DependencyType;
  /** When `dependency` is deleted, so is `dependent`. */
  readonly cascadeDelete: boolean;
  readonly description: string | null;
  readonly createdAt: number;
}

interface NodeReference {
  readonly domainName: string;
  readonly id: number;
}

export interface DependencyStore {
  /** `duplicate` where the two have one already, of whatever type; `cycle` where `dependency` needs `dependent` already. */
  addDependency(input: {
    readonly dependent: NodeReference;
    readonly dependency: NodeReference;
    readonly type: DependencyType;
    readonly cascadeDelete: boolean;
    readonly description: string | null;
  }): Promise<
    | { readonly added: Dependency }
    | { readonly duplicate: Dependency }
    | 'no_dependent'
    | 'no_dependency'
    | 'self'
    | 'cycle'
  >;
  /** What this node needs, oldest first; undefined where it is missing. */
  listDependencies(domainName: string, id: number): Promise<readonly Dependency[] | undefined>;
  /** What needs this node, oldest first; undefined where it is missing. */
  listDependents(domainName: string, id: number): Promise<readonly Dependency[] | undefined>;
  /** All of them, or those of one domain's dependents, by id from above `after`; for exports. */
  readDependencies(options: {
    readonly after: number;
    readonly limit: number;
    readonly domainName?: string | undefined;
  }): Promise<readonly Dependency[]>;
  /** By the id of the dependency, of this dependent. */
  removeDependency(
    domainName: string,
    id: number,
    dependencyId: number,
  ): Promise<'removed' | 'missing'>;
}
