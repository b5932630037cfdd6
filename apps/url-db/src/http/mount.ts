import type { IncomingMessage, ServerResponse } from 'node:http';

/** Something beside the operations that answers at paths of its own: MCP at /mcp, the page at /, the API's description. */
export interface Mount {
  /** For metrics: `mcp`, `page`. */
  readonly name: string;
  has(path: string): boolean;
  /** `Allow` of another method; HEAD comes with GET. OPTIONS is answered before. */
  readonly methods: readonly string[];
  /** Whether a caller must have a token where tokens are set. */
  readonly needsToken: boolean;
  /** Whether a stop waits for this request; false for a stream that only listens. Default: all. */
  isWork?(request: IncomingMessage): boolean;
  /** Host, origin and token are looked at before; the names of CORS are set. */
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
  /** The server takes nothing more. */
  close?(): Promise<void>;
}
