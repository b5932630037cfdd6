import type { IncomingHttpHeaders } from 'node:http';
import type { ClientParts } from '@jeonbo/server';
import type { GuardSettings, ToolContext, Toolset } from '@jeonbo/tools';
import type { Caller } from '../callers/caller.ts';
import type { Environment, ServerName } from '../types.ts';

/** What a provider's server needs to be served to many. */
export interface Provider<Context extends ToolContext = ToolContext> {
  readonly name: ServerName;
  readonly toolset: (guard: GuardSettings) => Toolset<Context>;
  readonly context: (common: ToolContext, parts: ClientParts, caller: Caller) => Context;
}

/** One whose callers bring keys, or a token for the operator's. */
export interface KeysProvider<Context extends ToolContext = ToolContext> extends Provider<Context> {
  /**
   * The caller's own keys in the headers, as the settings that they stand for.
   *
   * @returns undefined where the caller brings none
   * @throws Refusal 400 where they are not complete
   */
  readonly ownKeys: (headers: IncomingHttpHeaders) => OwnKeys | undefined;
  /** Settings that a caller may choose, whoever's keys are used. */
  readonly choices: (headers: IncomingHttpHeaders) => Environment;
  /** The operator's settings that also hold for callers with keys of their own. No key and no number is among them. */
  readonly shared: readonly string[];
  /** How to bring keys of one's own, for a person. */
  readonly ownKeysWay: string;
  /** How browsers and libraries are told so. */
  readonly challenge?: string;
}

interface OwnKeys {
  readonly environment: Environment;
  /** What makes the caller who it is. */
  readonly secrets: readonly string[];
}
