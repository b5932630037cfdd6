/** What a provider says, in its own form: a library may decide by the body and not by the status alone. */
interface Answers {
  readonly accepted: object;
  readonly unavailable: object;
  readonly limited: object;
}

const refusal = (code: number, message: string, status: number) => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});

export const answers = {
  twilio: {
    accepted: { sid: `SM${'1'.repeat(32)}`, status: 'queued', num_segments: '1', num_media: '0' },
    unavailable: refusal(20503, 'Service is temporarily unavailable', 503),
    limited: refusal(20429, 'Too Many Requests', 429),
  },
  baas: {
    accepted: { success: true, message: '전송 요청 성공', data: { group_id: 1 } },
    unavailable: { success: false, message: 'Service Unavailable', error_code: 'API_ERROR' },
    limited: { success: false, message: 'Too many requests', error_code: 'RATE_LIMIT_EXCEEDED' },
  },
  solapi: {
    accepted: {},
    unavailable: { errorCode: 'ServiceUnavailable', errorMessage: 'Service Unavailable' },
    limited: { errorCode: 'TooManyRequests', errorMessage: 'Too Many Requests' },
  },
} as const satisfies Record<string, Answers>;

export type Provider = keyof typeof answers;
