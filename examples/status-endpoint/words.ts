import type { StatusView } from './status.ts';

/** One line for people. Never says "sent" for what is only under way. */
export function statusLine(view: StatusView | undefined, language: 'ko' | 'en' = 'ko'): string {
  const { delivered = 0, failed = 0, pending = 0, unknown = 0 } = view ?? {};
  if (language === 'en') {
    if (!view) return 'Looking it up…';
    const line = `Delivered ${delivered} · failed ${failed} · under way ${pending}`;
    return unknown > 0 ? `${line} · unknown ${unknown}` : line;
  }
  if (!view) return '확인하고 있습니다…';
  const line = `도착 ${delivered} · 실패 ${failed} · 전송 중 ${pending}`;
  return unknown > 0 ? `${line} · 알 수 없음 ${unknown}` : line;
}
