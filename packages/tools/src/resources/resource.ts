import type { ToolContext } from '../tool.ts';
import type { Words } from '../words.ts';

/** Something to read. An address with `{name}` is a template; `names` lists what it can be filled with. */
export interface Resource<Context extends ToolContext = ToolContext> {
  readonly name: string;
  readonly uri: string;
  readonly title: Words;
  readonly description: Words;
  readonly mimeType: 'application/json' | 'text/plain';
  readonly names?: readonly string[];
  /** @throws JeonboError `NOT_FOUND` */
  readonly read: (name: string, context: Context, signal?: AbortSignal) => Promise<string>;
}
