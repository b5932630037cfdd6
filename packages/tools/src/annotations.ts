import type { Annotations } from './tool.ts';

/** Reaches people and costs money, each time anew. */
export const sending: Annotations = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: true,
};

/** Asks a provider. */
export const reading: Annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
};

/** Needs no network. */
export const looking: Annotations = { ...reading, openWorldHint: false };
