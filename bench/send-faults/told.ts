/** What a caller learns. */
export interface Told {
  /** What code can decide by; `sent` where there was no error. */
  readonly code: string;
  readonly words: string;
}

interface AnyError {
  readonly code?: unknown;
  readonly status?: unknown;
  readonly message?: unknown;
  readonly name?: unknown;
  readonly mayHaveBeenSent?: unknown;
  readonly errorCode?: unknown;
  readonly errorMessage?: unknown;
}

/** JeonboError has `code`, twilio's RestException and axios too; solapi has `errorCode`, or a name alone. */
export async function toldBy(send: () => Promise<unknown>): Promise<Told> {
  try {
    await send();
    return { code: 'sent', words: '' };
  } catch (thrown) {
    const error = thrown as AnyError;
    const code = error.errorCode ?? error.code ?? error.name;
    const may = error.mayHaveBeenSent === true ? ' + mayHaveBeenSent' : '';
    const words = String(error.errorMessage ?? error.message).replaceAll(/\s+/g, ' ');
    return { code: `${code}${may}`, words };
  }
}
