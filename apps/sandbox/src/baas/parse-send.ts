import type { ErrorDetail } from './answers.ts';
import { invalid } from './answers.ts';
import { callbackPattern, characters, limits, phonePattern, uuidPattern } from './limits.ts';

export interface SendRequest {
  readonly recipients: readonly { readonly phone: string; readonly memberCode: string }[];
  readonly message: string;
  readonly callbackNumber: string;
  /** `null` in the v2 form, where the key implies it. */
  readonly projectId: string | null;
  readonly subject: string | null;
  readonly images: readonly string[];
}

export interface SendForm {
  readonly channel: 'sms' | 'mms';
  readonly profile: 'v1' | 'v2';
}

type Fields = Readonly<Record<string, unknown>>;
type Report = (field: string, reason: string) => void;

/** More than this nobody reads, and a thousand wrong recipients would answer with a hundred kilobytes. */
const mostDetails = 20;
const channelIds = { sms: 1, mms: 3 } as const;

/** Checks a send as the vendor's server does; throws a refusal that names every wrong field. */
export function parseSend(body: Fields, form: SendForm): SendRequest {
  const detail: ErrorDetail[] = [];
  const report: Report = (field, reason) => {
    if (detail.length < mostDetails) detail.push({ field, reason });
  };
  const request: SendRequest = {
    recipients: recipientsOf(body, report),
    message: messageOf(body, report),
    callbackNumber: callbackOf(body, report),
    projectId: form.profile === 'v1' ? projectOf(body, report) : null,
    subject: form.channel === 'mms' ? subjectOf(body, report) : null,
    images: form.channel === 'mms' ? imagesOf(body, report) : [],
  };
  const channel = body.channel_id;
  if (channel !== undefined && channel !== channelIds[form.channel]) {
    report('channel_id', `${channelIds[form.channel]} 이어야 합니다.`);
  }
  if (detail.length > 0) throw invalid(detail);
  return request;
}

function recipientsOf(body: Fields, report: Report): SendRequest['recipients'] {
  const list = body.recipients;
  if (!Array.isArray(list) || list.length === 0 || list.length > limits.recipients) {
    report('recipients', `수신자는 1명 이상 ${limits.recipients}명 이하의 목록이어야 합니다.`);
    return [];
  }
  return list.map((item: unknown, index) => {
    const { phone_number: phone, member_code: memberCode } = (
      typeof item === 'object' && item !== null ? item : {}
    ) as Fields;
    if (typeof phone !== 'string' || !phonePattern.test(phone)) {
      report(
        `recipients.${index}.phone_number`,
        '전화번호 형식(010-0000-0000)이 올바르지 않습니다.',
      );
    }
    if (typeof memberCode !== 'string' || memberCode.trim() === '' || memberCode.length > 255) {
      report(`recipients.${index}.member_code`, '1자 이상 255자 이하의 문자열이어야 합니다.');
    }
    return { phone: String(phone), memberCode: String(memberCode) };
  });
}

function messageOf(body: Fields, report: Report): string {
  const message = body.message;
  if (typeof message !== 'string' || message.trim() === '') {
    report('message', '메시지 내용은 필수입니다.');
    return '';
  }
  if (characters(message) > limits.messageCharacters) {
    report('message', `메시지는 최대 ${limits.messageCharacters}자입니다.`);
  }
  return message;
}

function callbackOf(body: Fields, report: Report): string {
  const callback = body.callback_number;
  if (typeof callback !== 'string' || !callbackPattern.test(callback)) {
    report('callback_number', '발신번호 형식(02-1234-5678, 1588-1234)이 올바르지 않습니다.');
    return '';
  }
  // Personal 050 numbers may not be sender numbers anywhere in Korea.
  if (callback.startsWith('050'))
    report('callback_number', '050 번호는 발신번호로 사용할 수 없습니다.');
  return callback;
}

function projectOf(body: Fields, report: Report): string {
  const project = body.project_id;
  if (typeof project === 'string' && uuidPattern.test(project)) return project.toLowerCase();
  report('project_id', 'UUID 형식이어야 합니다.');
  return '';
}

function subjectOf(body: Fields, report: Report): string {
  const subject = body.subject;
  if (typeof subject !== 'string' || subject.trim() === '') {
    report('subject', '제목은 필수입니다.');
    return '';
  }
  if (characters(subject) > limits.subjectCharacters) {
    report('subject', `제목은 최대 ${limits.subjectCharacters}자입니다.`);
  }
  return subject;
}

function imagesOf(body: Fields, report: Report): readonly string[] {
  const images = body.img_url_list ?? [];
  if (!Array.isArray(images) || images.length > limits.images) {
    report('img_url_list', `이미지 주소는 최대 ${limits.images}개의 목록이어야 합니다.`);
    return [];
  }
  images.forEach((image: unknown, index) => {
    const isAddress =
      typeof image === 'string' && image.length <= 2048 && /^https?:\/\/\S+$/i.test(image);
    if (!isAddress) report(`img_url_list.${index}`, 'http(s) 주소여야 합니다.');
  });
  return images as string[];
}
