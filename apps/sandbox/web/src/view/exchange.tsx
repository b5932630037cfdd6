import type { Exchange } from '../../../src/contract.ts';
import { texts } from '../state/language.ts';
import { CodeBlock } from './code-block.tsx';

/** The request as it came (keys redacted by the server) and the answer it got. */
export function ExchangeView({ exchange }: { exchange: Exchange }) {
  const t = texts.value;
  const { request, response } = exchange;
  const headers = Object.entries(request.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
  return (
    <>
      <section class="exchange" aria-label={t.request}>
        <h3>{t.request}</h3>
        <p class="request-line">
          <b>{request.method}</b>
          <code>{request.path}</code>
        </p>
        <CodeBlock label={t.headers} text={headers} folded />
        <CodeBlock label={t.body} text={request.body} />
      </section>
      <section class="exchange" aria-label={t.response}>
        <h3>{t.response}</h3>
        {response ? (
          <>
            <p class="request-line">
              <b data-ok={response.status < 400}>{response.status}</b>
            </p>
            <CodeBlock label={t.body} text={response.body} />
          </>
        ) : (
          <p class="cut">{t.connectionCut}</p>
        )}
      </section>
    </>
  );
}
