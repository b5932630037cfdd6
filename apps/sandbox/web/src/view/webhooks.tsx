import { webhooks } from '../state/detail.ts';
import { texts } from '../state/language.ts';

/** The status callbacks of the message, and what the app answered. */
export function Webhooks() {
  const t = texts.value;
  if (webhooks.value.length === 0) return null;
  return (
    <section aria-label={t.webhooks}>
      <h3>{t.webhooks}</h3>
      <ul class="webhooks">
        {webhooks.value.map(({ at, event, url, status, error }) => (
          <li key={`${event}${at}`} data-outcome={outcomeOf(status, error)}>
            <b>{event}</b>
            <span>{url}</span>
            <em>{status ?? error ?? t.webhookWaiting}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}

function outcomeOf(status: number | null, error: string | null): 'waiting' | 'answered' | 'failed' {
  if (status === null) return error === null ? 'waiting' : 'failed';
  return status < 400 ? 'answered' : 'failed';
}
