import type { Context } from '../context.ts';
import type { DependencyType } from '../dependency-types.ts';
import { rows, type Step } from '../step.ts';

/** Taken by whoever adds a dependency or deletes nodes: two at once could close a circle, or leave one hanging. */
export const dependencyLock = 'url-db dependencies';

/** A dependency as a row. */
export interface Link {
  readonly id: number;
  readonly dependentId: number;
  readonly dependencyId: number;
  readonly type: DependencyType;
  readonly cascadeDelete: boolean;
  readonly description: string | null;
  readonly createdAt: number;
}

export const linkColumns =
  'id, dependent_id, dependency_id, type, cascade_delete, description, created_at';

export interface LinkRow {
  readonly id: number;
  readonly dependent_id: number;
  readonly dependency_id: number;
  readonly type: DependencyType;
  readonly cascade_delete: number;
  readonly description: string | null;
  readonly created_at: number;
}

export function toLink(row: LinkRow): Link {
  return {
    id: row.id,
    dependentId: row.dependent_id,
    dependencyId: row.dependency_id,
    type: row.type,
    cascadeDelete: row.cascade_delete === 1,
    description: row.description,
    createdAt: row.created_at,
  };
}

/** Every dependency that one of these nodes has or is. */
export function* linksAround({ dialect }: Context, ids: readonly number[]): Step<readonly Link[]> {
  const list = dialect.list(ids);
  const found = yield* rows<LinkRow>(
    `SELECT ${linkColumns} FROM dependencies WHERE ${dialect.among('dependent_id', 'number')}
     UNION SELECT ${linkColumns} FROM dependencies WHERE ${dialect.among('dependency_id', 'number')}
     ORDER BY id`,
    [list, list],
  );
  return found.map(toLink);
}
