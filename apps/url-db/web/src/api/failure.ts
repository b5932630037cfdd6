export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** The server's answer to what it refused; `UNREACHABLE` is ours, where nobody answered. */
export class Failure extends Error {
  readonly code: string;
  readonly status: number;
  /** Everything that the answer says. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    status = 0,
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.status = status;
    this.facts = facts;
  }

  get details(): readonly FieldProblem[] {
    return Array.isArray(this.facts.details) ? (this.facts.details as FieldProblem[]) : [];
  }
}

/** Of an answer that is not ours (a proxy's page) only the status is known. */
export function failureOf(status: number, text: string): Failure {
  try {
    const facts = JSON.parse(text) as Record<string, unknown>;
    if (typeof facts.error === 'string' && typeof facts.message === 'string')
      return new Failure(facts.error, facts.message, status, facts);
  } catch {
    // Not JSON.
  }
  return new Failure('UNEXPECTED', `HTTP ${status}`, status);
}

export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

/** What is no failure of a request is a fault of ours, and is thrown on. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
