// The part of chat completions that this program uses.

export interface ModelCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: {
    readonly name: string;
    /** JSON, as the model wrote it. */
    readonly arguments: string;
  };
}

export type Message =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | {
      readonly role: 'assistant';
      /** Never null: HCX wants a text beside calls as well. */
      readonly content: string;
      readonly tool_calls?: readonly ModelCall[];
    }
  | { readonly role: 'tool'; readonly tool_call_id: string; readonly content: string };

export interface FunctionTool {
  readonly type: 'function';
  readonly function: {
    readonly name: string;
    readonly description: string;
    readonly parameters: object;
  };
}

export interface ModelAnswer {
  readonly text: string;
  readonly calls: readonly ModelCall[];
  /** The limit on tokens ended it. */
  readonly isCut: boolean;
}
