import type { UrlDbError } from '../errors/url-db-error.ts';
import type { OperationContext } from '../operations/define-operation.ts';

/** One call that is over. */
export interface FinishedCall {
  /** Of the tool, else the method: `create_node`, `resources/read`. */
  readonly name: string;
  /** Undefined where it went well. */
  readonly error: UrlDbError | undefined;
  readonly milliseconds: number;
}

/** What a connection or a request of MCP works with. */
export interface McpContext {
  readonly operations: OperationContext;
  /** For metrics and the log; an INTERNAL_ERROR has its cause. */
  readonly onCall?: ((call: FinishedCall) => void) | undefined;
}
