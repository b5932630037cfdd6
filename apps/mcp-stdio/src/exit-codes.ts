/** What the shell gets back; `--help` lists them. */
export const exitCodes = {
  ok: 0,
  /** The tool or a login failed, a setting is wrong, the audit log was changed, or a fault of this program. */
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** It is not known whether the message left. A script must not repeat the call. */
  unknown: 3,
  /** Nothing was sent, or nobody logged in: a person has to confirm it first, said no, or did not answer. */
  unconfirmed: 4,
} as const;
