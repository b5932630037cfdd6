import type { IncomingMessage } from 'node:http';
import type { Caller } from './caller.ts';

/** Who may call one server. */
export interface Access {
  /**
   * @param path of the request: a token may be good for one address and not for another
   * @throws Refusal 401 for nobody, 400 for what cannot be read
   */
  authenticate(request: IncomingMessage, path: string): Promise<Caller>;
  /** @throws Refusal 403 where the caller may not do what was posted */
  permit?(caller: Caller, body: unknown, path: string): void;
}
