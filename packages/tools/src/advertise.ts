import type { JsonSchema } from './json-schema.ts';

/** A standard schema (standardschema.dev) that describes itself in JSON Schema, as the MCP SDK takes them. */
export interface Advertised {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => { readonly value: unknown };
    readonly jsonSchema: {
      readonly input: () => Record<string, unknown>;
      readonly output: () => Record<string, unknown>;
    };
  };
}

/**
 * Shows a JSON Schema to clients and lets every value pass: the tool reads its input itself, so that a wrong one is
 * answered like any failure, with a code. (The SDK's own check answers bare text.)
 */
export function advertise(schema: () => JsonSchema): Advertised {
  const copy = () => ({ ...schema() });
  return {
    '~standard': {
      version: 1,
      vendor: 'jeonbo',
      validate: (value) => ({ value }),
      jsonSchema: { input: copy, output: copy },
    },
  };
}
