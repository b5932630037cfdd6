/** Bad input to the sandbox itself (`/_sandbox/*`, a seed, a fault): says which field and what would be right. */
export class SandboxInputError extends Error {
  override readonly name = 'SandboxInputError';
  readonly code: string;
  readonly field: string;
  readonly expected: string;

  constructor(code: string, field: string, expected: string) {
    super(`${field} must be ${expected}`);
    this.code = code;
    this.field = field;
    this.expected = expected;
  }
}
