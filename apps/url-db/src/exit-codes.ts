/** What the shell gets back; `--help` lists them. */
export const exitCodes = {
  ok: 0,
  /** It could not start, a setting is wrong, or a fault of this program. */
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** import: rows at fault were skipped, and all others taken. */
  skipped: 3,
} as const;
