/** What the shell gets back; `--help` lists them. */
export const exitCodes = {
  ok: 0,
  /** The tool failed, a setting is wrong, the audit log was changed, or a fault of this program. */
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** It is not known whether the message left. A script must not repeat the call. */
  unknown: 3,
  /** Nothing was sent: a person has to confirm it first, or said no. */
  unconfirmed: 4,
} as const;
