import { type ErrorCode, JeonboError } from '@jeonbo/core';
import type { AuditEvent, AuditLog } from '@jeonbo/core/ledger';

type Attempt = Pick<AuditEvent, 'provider' | 'account' | 'action' | 'recipients'>;

export interface Auditor {
  append(event: 'blocked' | 'dry-run', code?: ErrorCode): Promise<void>;
  /** From here on the ledger notes what becomes of it. */
  left(): void;
}

/**
 * Runs an attempt and notes a refusal in the audit log. Where the log cannot be written the call fails: nothing that
 * was to be noted goes unnoted. After the message may have left, the send's own outcome is what counts.
 */
export async function audited<Result>(
  log: AuditLog,
  attempt: Attempt,
  work: (auditor: Auditor) => Promise<Result>,
): Promise<Result> {
  let left = false;
  const append: Auditor['append'] = (event, code) =>
    log.append({ ...attempt, event, ...(code && { code }) });
  try {
    return await work({ append, left: () => (left = true) });
  } catch (error) {
    if (left) throw JeonboError.is(error) ? error : doubtful(error, attempt.provider);
    await append('blocked', JeonboError.is(error) ? error.code : 'INTERNAL_ERROR');
    throw error;
  }
}

/** A fault of ours after the send began says nothing of whether the message left. */
function doubtful(cause: unknown, provider: string): JeonboError {
  return new JeonboError('INTERNAL_ERROR', 'A fault of this program after the send began.', {
    provider,
    mayHaveBeenSent: true,
    cause,
  });
}
