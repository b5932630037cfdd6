import { useRef, useState } from 'preact/hooks';
import { asFailure, type Failure } from '../api/failure.ts';

/** A form that is sent once at a time and keeps what was typed when it is refused. */
export function useSubmit(run: () => Promise<void>) {
  const [isBusy, setBusy] = useState(false);
  // Two keys may come before the form is drawn again.
  const isSent = useRef(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLElement | null;
    if (isSent.current) return;
    isSent.current = true;
    setBusy(true);
    setFailure(null);
    try {
      await run();
    } catch (error) {
      setFailure(asFailure(error));
      requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    } finally {
      isSent.current = false;
      setBusy(false);
    }
  };
  return { submit, isBusy, failure };
}
