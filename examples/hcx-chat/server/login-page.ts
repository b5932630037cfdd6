import type { ServerResponse } from 'node:http';

/** The page on which a log-in ends. It says one sentence and holds nothing of the request. */
export function answerWithPage(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(`<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>카카오 로그인</title>
<style>:root { color-scheme: light dark } body { font: 1.1rem/1.6 system-ui, sans-serif; margin: 20vh auto; max-width: 24rem; padding: 0 1rem }</style>
<p>${words}</p>
</html>
`);
}
