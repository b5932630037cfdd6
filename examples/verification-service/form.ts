/** What the form shows: where the person is, and what the server last said. */
export interface FormState {
  readonly step: 'phone' | 'code' | 'done';
  readonly busy: boolean;
  readonly message: string;
}

/** The form without a framework: React and Vue only draw it. */
export function createVerificationForm(fetch = globalThis.fetch) {
  let state: FormState = { step: 'phone', busy: false, message: '' };
  const listeners = new Set<() => void>();

  function change(next: Partial<FormState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  async function post(path: string, body: object, next: FormState['step']): Promise<void> {
    // A second click while the first is under way would ask for a second SMS.
    if (state.busy) return;
    change({ busy: true, message: '' });
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const { message } = (await response.json()) as { message: string };
      change({ busy: false, message, ...(response.ok && { step: next }) });
    } catch {
      change({ busy: false, message: '연결하지 못했습니다. 잠시 뒤에 다시 시도해 주세요.' });
    }
  }

  return {
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (phoneNumber: string) => post('/send-verification', { phoneNumber }, 'code'),
    check: (phoneNumber: string, code: string) =>
      post('/verify-code', { phoneNumber, code }, 'done'),
  };
}
