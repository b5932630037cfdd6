import { createInterface } from 'node:readline';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { IsolateError } from './problem.ts';
import { optionOf, type RuntimePermission, textOf } from './runtime-permission.ts';
import { isolateTexts, questionFor } from './texts.ts';

export interface Consent {
  readonly granted: readonly RuntimePermission[];
  readonly refused: readonly RuntimePermission[];
  /** Whether a person was asked. */
  readonly asked: boolean;
}

/** How a permission is told apart from others: `domain api.twilio.com:443`. */
const keyOf = (permission: RuntimePermission) => `${permission.kind} ${textOf(permission)}`;

/** What options allow, and nothing else. */
export function consentTo(
  requested: readonly RuntimePermission[],
  allowed: readonly RuntimePermission[],
): Consent {
  const keys = new Set(allowed.map(keyOf));
  const isGranted = (permission: RuntimePermission) => keys.has(keyOf(permission));
  const refused = requested.filter((permission) => !isGranted(permission));
  return { granted: requested.filter(isGranted), refused, asked: false };
}

/**
 * A yes for each permission: by an option, or by the person at the terminal, one by one. An MCP host starts a server with
 * its own pipes: there stdin is the protocol and nobody can be asked, so what no option allows ends the start. (The
 * terminal that a host itself may run in is its own: a question on /dev/tty would take its keys away.)
 *
 * @throws IsolateError `CONSENT_NEEDED` with what to type
 */
export async function askConsent(
  requested: readonly RuntimePermission[],
  allowed: readonly RuntimePermission[],
  context: Context,
): Promise<Consent> {
  const beforehand = consentTo(requested, allowed);
  const open = beforehand.refused;
  if (open.length === 0) return beforehand;
  if (!context.interactive) throw needed(open);
  const refused = await refusedBy(open, context);
  const granted = requested.filter((permission) => !refused.includes(permission));
  return { granted, refused, asked: true };
}

function needed(open: readonly RuntimePermission[]): IsolateError {
  const problem = {
    code: 'CONSENT_NEEDED',
    field: open.map(keyOf).join(', '),
    values: { right: optionsFor(open) },
  } as const;
  return new IsolateError([problem], exitCodes.unconfirmed);
}

/** Asks on stderr: stdout is the protocol's. The end of the input, and anything but a yes, is a no. */
async function refusedBy(
  open: readonly RuntimePermission[],
  { stdin, stderr, language, signal }: Context,
): Promise<readonly RuntimePermission[]> {
  const lines = createInterface({ input: stdin, ...(signal && { signal }) });
  const answers = lines[Symbol.asyncIterator]();
  const refused: RuntimePermission[] = [];
  for (const permission of open) {
    stderr.write(`${questionFor(permission, language)} ${isolateTexts[language].yesNo} `);
    const { value = '' } = await answers.next();
    if (!/^\s*(?:y|yes|예|네|ㅇ)\s*$/i.test(value)) refused.push(permission);
  }
  lines.close();
  return refused;
}

/** What to type so that nobody is asked. */
export function optionsFor(permissions: readonly RuntimePermission[]): string {
  return permissions.map((one) => `${optionOf(one)} ${quoted(textOf(one))}`).join(' ');
}

/** For a POSIX shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
