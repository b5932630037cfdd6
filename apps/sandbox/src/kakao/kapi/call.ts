import type { ProviderContext } from '../../gateway/provider.ts';
import type { KakaoParts } from '../parts.ts';
import type { Caller } from './authenticate.ts';

/** One request to kapi from somebody known. */
export interface Call {
  readonly caller: Caller;
  /** The form, or the query of a GET. */
  readonly form: URLSearchParams;
  /** Under which the sandbox was asked. */
  readonly origin: string;
  readonly context: ProviderContext;
  readonly parts: KakaoParts;
}

export type Handler = (call: Call) => Response;
