import type { Preview, Progress, Sent } from './campaign-api.ts';

/** What the page says. Accepted, delivered and unknown are three different things. */
export const pageTexts = {
  ko: {
    preview: ({ recipients, kind, bytes }: Preview) =>
      `${recipients}명에게 ${kind ?? '문자'} (${bytes}바이트)로 보냅니다.`,
    sent: ({ state, duplicate, receipt }: Sent) =>
      state === 'unknown' || !receipt
        ? '보내졌는지 알 수 없습니다. 다시 보내지 말고 발송 내역을 확인해 주세요.'
        : `${duplicate ? '이미 접수된 캠페인입니다. ' : ''}접수 ${receipt.accepted} · 거부 ${receipt.rejected} · 알 수 없음 ${receipt.unknown}`,
    progress: ({ total, delivered, failed, pending }: Progress) =>
      `전체 ${total} · 도착 ${delivered} · 실패 ${failed} · 전송 중 ${pending}`,
    noAnswer: '다시 눌러도 두 번 보내지 않습니다.',
  },
  en: {
    preview: ({ recipients, kind, bytes }: Preview) =>
      `Goes to ${recipients} people as ${kind ?? 'a text'} (${bytes} bytes).`,
    sent: ({ state, duplicate, receipt }: Sent) =>
      state === 'unknown' || !receipt
        ? 'It is not known whether it was sent. Do not send again; look at the send history.'
        : `${duplicate ? 'This campaign was accepted before. ' : ''}Accepted ${receipt.accepted} · refused ${receipt.rejected} · unknown ${receipt.unknown}`,
    progress: ({ total, delivered, failed, pending }: Progress) =>
      `Total ${total} · delivered ${delivered} · failed ${failed} · under way ${pending}`,
    noAnswer: 'Pressing again sends nothing twice.',
  },
} as const;
