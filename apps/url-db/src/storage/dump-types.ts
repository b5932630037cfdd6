export type DumpValue = string | number | Uint8Array | null;

/** Some rows of one table, or, at the end, the highest id that each table ever gave. */
export type DumpChunk =
  | {
      readonly table: string;
      readonly rows: readonly Readonly<Record<string, DumpValue>>[];
    }
  | { readonly highestIds: Readonly<Record<string, number>> };
