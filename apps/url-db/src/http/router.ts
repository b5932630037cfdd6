import type { Operation } from '../operations/define-operation.ts';
import { createRoute, type Route } from './route.ts';

/** Below which all operations are. */
export const apiPrefix = '/api/mcp';
const prefix = `${apiPrefix}/`;

export interface Match {
  readonly route: Route;
  /** Of the path's parameters, as they stand in the address. */
  readonly values: readonly string[];
}

export interface Router {
  /** Undefined where nothing is at the path; the methods that it takes where it is another one. */
  match(method: string, path: string): Match | { readonly allowed: readonly string[] } | undefined;
}

interface Branch {
  readonly fixed: Map<string, Branch>;
  any?: Branch;
  readonly routes: Map<string, Route>;
}

/** A tree of path segments. A fixed segment goes before a parameter: `/nodes/find` is no node. */
export function createRouter(operations: readonly Operation[]): Router {
  const root = createBranch();
  for (const operation of operations) {
    const route = createRoute(operation);
    let branch = root;
    for (const segment of operation.rest.path.slice(1).split('/')) branch = grow(branch, segment);
    branch.routes.set(operation.rest.method, route);
  }
  return {
    match(method, path) {
      if (!path.startsWith(prefix)) return undefined;
      const values: string[] = [];
      let branch = root;
      for (let start = prefix.length; start <= path.length; ) {
        const slash = path.indexOf('/', start);
        const end = slash === -1 ? path.length : slash;
        const segment = path.slice(start, end);
        const fixed = branch.fixed.get(segment);
        const next = fixed ?? branch.any;
        if (!next || segment === '') return undefined;
        if (!fixed) values.push(segment);
        branch = next;
        start = end + 1;
      }
      const route = branch.routes.get(method === 'HEAD' ? 'GET' : method);
      if (route) return { route, values };
      return branch.routes.size > 0 ? { allowed: allowedOf(branch.routes) } : undefined;
    },
  };
}

function createBranch(): Branch {
  return { fixed: new Map(), routes: new Map() };
}

function grow(branch: Branch, segment: string): Branch {
  if (segment.startsWith('{')) {
    branch.any ??= createBranch();
    return branch.any;
  }
  const next = branch.fixed.get(segment) ?? createBranch();
  branch.fixed.set(segment, next);
  return next;
}

function allowedOf(routes: ReadonlyMap<string, Route>): readonly string[] {
  const methods = [...routes.keys()];
  return [...methods, ...(routes.has('GET') ? ['HEAD'] : []), 'OPTIONS'];
}
