export type SqlValue = string | number | Uint8Array | null;
