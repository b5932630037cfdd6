import { useEffect, useState } from 'react';
import { pollStatus } from '../poll-status.ts';
import type { StatusView } from '../status.ts';
import { statusLine } from '../words.ts';

/** `link` is what your server made with `linkTo()` after the send. */
export function DeliveryStatus({ link }: { readonly link: string }) {
  const [view, setView] = useState<StatusView>();

  useEffect(() => {
    // Stops asking when the component leaves the page.
    const leaving = new AbortController();
    async function follow() {
      for await (const next of pollStatus(link, { signal: leaving.signal })) setView(next);
    }
    void follow();
    return () => leaving.abort();
  }, [link]);

  return (
    <section aria-live="polite">
      <p>{statusLine(view)}</p>
      <ul>
        {view?.messages.map(({ phone, status, reason }, index) => (
          <li key={index}>
            {phone} {status} {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
