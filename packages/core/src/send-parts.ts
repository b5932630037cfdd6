import { sendInChunks } from './bulk.ts';
import { JeonboError } from './error.ts';
import { distinctIssues, type Issue } from './issue.ts';
import type { ReceiptPart, Recipient, SendFailure, SendReceipt } from './messages.ts';
import { joinParts } from './receipt-parts.ts';

/** Requests under way at once. */
const concurrency = 4;

/**
 * Sends a message that takes several requests (one a text, one a recipient) and makes one receipt of what became of them.
 * After an outcome that is unknown, or a refusal that the next request would meet as well, nothing more is started: what
 * was not tried is told as rejected, `CANCELED`.
 *
 * @param idOf the provider's id in an answer
 * @throws JeonboError of the first failure where nothing was accepted; its `receipt` tells who may have been reached
 */
export async function sendParts<
  Part extends { readonly recipients: readonly Recipient[] },
  Answer extends { readonly warnings: readonly Issue[]; readonly raw: unknown },
>(
  provider: string,
  parts: readonly Part[],
  send: (part: Part) => Promise<Answer>,
  idOf: (answer: Answer) => string | number,
): Promise<SendReceipt> {
  const answers: Answer[] = [];
  const taken: ReceiptPart[] = [];
  const failures = { rejected: [] as SendFailure[], unknown: [] as SendFailure[] };
  let stopped: JeonboError | undefined;

  const sendPart = async ([part]: readonly Part[]) => {
    if (stopped) throw notTried(provider, stopped);
    return send(part as Part);
  };
  const outcomes = sendInChunks(parts, 1, sendPart, { concurrency, onUnknown: 'continue' });
  for await (const outcome of outcomes) {
    const recipients = outcome.recipients.flatMap((part) => part.recipients);
    if (outcome.state === 'accepted') {
      answers.push(outcome.receipt);
      taken.push({ id: `${idOf(outcome.receipt)}`, recipients });
      continue;
    }
    const { error, state } = outcome;
    failures[state].push(...recipients.map((recipient) => ({ recipient, error })));
    if (stopsTheRest(error)) stopped ??= error;
  }

  const receipt: SendReceipt = {
    provider,
    ...joinParts(taken),
    ...failures,
    duplicate: false,
    warnings: distinctIssues(answers.flatMap(({ warnings }) => warnings)),
    raw: answers.map(({ raw }) => raw),
  };
  const [failure] = [...failures.unknown, ...failures.rejected];
  if (taken.length > 0 || !failure) return receipt;
  const { error } = failure;
  throw new JeonboError(error.code, error.message, { ...error, cause: error.cause, receipt });
}

/** A fault of one request's content or recipient says nothing of the next; a refused key, a limit or a doubt does. */
function stopsTheRest({ status, code, mayHaveBeenSent }: JeonboError): boolean {
  const ofOnePart = /^(?:400|409|422)$/.test(`${status}`) || /_PHONE_|_REJ/.test(code);
  return mayHaveBeenSent || !ofOnePart;
}

function notTried(provider: string, cause: JeonboError): JeonboError {
  const message = `Not sent: an earlier part of this send ended with ${cause.code}.`;
  return new JeonboError('CANCELED', message, { provider, cause });
}
