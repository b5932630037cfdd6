import type { Language } from './error-texts.ts';

/** Things a sender should know that do not stop a send. Second-hand limits are warnings, never errors. */
export const warningCodes = [
  /** Longer than an SMS: goes and is charged as LMS or MMS. */
  'LONGER_THAN_SMS',
  /** More EUC-KR bytes than carriers take for LMS or MMS. */
  'BYTES_OVER_LIMIT',
  /** More EUC-KR bytes than carriers show of a subject. */
  'SUBJECT_BYTES_OVER_LIMIT',
  /** A character that Korean carriers cannot encode. */
  'CHARACTER_NOT_ENCODABLE',
  /** 011, 016, 017, 018 and 019 are retired. */
  'RETIRED_PREFIX',
  /** A 070 sender is often filtered. */
  'VOIP_SENDER',
  /** Some vendors close for advertising a little earlier than the rule says. */
  'AD_NEAR_NIGHT',
  /** Image form or size that some providers refuse. */
  'IMAGE_FORMAT',
  /** A country takes no MMS: media goes as a link in an SMS. */
  'MEDIA_AS_LINK',
  /** More, or less, than a template is said to show. */
  'TEMPLATE_LIMIT',
  /** The same recipient stands in the list more than once. */
  'DUPLICATE_RECIPIENT',
  /** The message was accepted, but the ledger could not note it. */
  'LEDGER_NOT_SETTLED',
] as const;

export type WarningCode = (typeof warningCodes)[number];

/** What a warning says to a person. Total over {@link WarningCode}. */
export const warningTexts: Record<Language, Record<WarningCode, string>> = {
  en: {
    LONGER_THAN_SMS: 'Longer than one SMS: it goes out and is charged as a long message.',
    BYTES_OVER_LIMIT: 'More bytes than carriers take; the end may be cut off.',
    SUBJECT_BYTES_OVER_LIMIT:
      'The subject has more bytes than carriers show; its end may be cut off.',
    CHARACTER_NOT_ENCODABLE: 'A character that Korean carriers cannot show.',
    RETIRED_PREFIX: 'Numbers with this prefix were retired; it is probably unreachable.',
    VOIP_SENDER: 'Messages from 070 numbers are often filtered.',
    AD_NEAR_NIGHT: 'Some vendors stop advertising from 20:50.',
    IMAGE_FORMAT: 'Some providers refuse this kind of image; JPG is safe.',
    MEDIA_AS_LINK: 'This country takes no MMS here: images go as a link in a text message.',
    TEMPLATE_LIMIT: 'A template is said to show less, or to need more; part of it may be missing.',
    DUPLICATE_RECIPIENT: 'The same recipient is listed more than once; it is sent once.',
    LEDGER_NOT_SETTLED: 'The message was accepted, but could not be noted. Do not send it again.',
  },
  ko: {
    LONGER_THAN_SMS: 'SMS 한 건을 넘는 길이라 장문으로 발송되고 과금됩니다.',
    BYTES_OVER_LIMIT: '통신사가 받는 바이트 수를 넘어 뒷부분이 잘릴 수 있습니다.',
    SUBJECT_BYTES_OVER_LIMIT:
      '제목이 통신사가 표시하는 바이트 수를 넘어 뒷부분이 잘릴 수 있습니다.',
    CHARACTER_NOT_ENCODABLE: '국내 통신사에서 표시할 수 없는 문자입니다.',
    RETIRED_PREFIX: '회수된 국번이라 수신되지 않을 가능성이 큽니다.',
    VOIP_SENDER: '070 번호에서 보낸 문자는 차단되는 일이 많습니다.',
    AD_NEAR_NIGHT: '일부 업체는 20시 50분부터 광고 발송을 막습니다.',
    IMAGE_FORMAT: '이 이미지 형식을 거부하는 업체가 있습니다. JPG가 안전합니다.',
    MEDIA_AS_LINK: '이 나라로는 MMS를 보낼 수 없어 이미지가 문자 속 링크로 전달됩니다.',
    TEMPLATE_LIMIT: '템플릿에 표시되는 개수나 조합과 달라 일부가 보이지 않을 수 있습니다.',
    DUPLICATE_RECIPIENT: '같은 수신자가 여러 번 들어 있어 한 번만 발송합니다.',
    LEDGER_NOT_SETTLED: '접수되었지만 기록하지 못했습니다. 다시 보내지 마세요.',
  },
};
