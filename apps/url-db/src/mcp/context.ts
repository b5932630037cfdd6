import type { UrlDbError } from '../errors/url-db-error.ts';
import type { Log } from '../log.ts';
import type { OperationContext } from '../operations/define-operation.ts';
import type { Language } from '../types.ts';
import { atOnce, type InTurn } from './in-turn.ts';

/** What a connection or a request of MCP works with. */
export interface McpContext {
  readonly operations: OperationContext;
  /** Hears of what failed. */
  readonly onFailure: (call: string, error: UrlDbError) => void;
  readonly inTurn: InTurn;
}

type InLanguages<Value> = Readonly<Record<Language, Value>>;

/** One for each language, made once. A fault of ours goes to the log with its cause: a caller gets an id only. */
export function mcpContexts(
  contexts: InLanguages<OperationContext>,
  log: Log,
): InLanguages<McpContext> {
  const onFailure = (call: string, error: UrlDbError) => {
    if (error.cause) log.error('call failed', { call, ...error.in('en'), cause: error.cause });
  };
  return {
    ko: { operations: contexts.ko, onFailure, inTurn: atOnce },
    en: { operations: contexts.en, onFailure, inTurn: atOnce },
  };
}
