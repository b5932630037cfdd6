// The vendor answers in two envelopes. Messages: {"success": …, "error_code"}. The platform around them (recipients,
// unknown paths): {"result": "SUCCESS" | "FAIL", "errorCode"}. Clients must read both.

export interface ErrorDetail {
  readonly field: string;
  readonly reason: string;
}

export interface BaasError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly detail?: readonly ErrorDetail[] | undefined;
}

export type Envelope = 'message' | 'platform';

/** Thrown in a handler, turned into the envelope of its endpoint in one place. */
export class BaasRefusal extends Error {
  readonly error: BaasError;
  constructor(status: number, code: string, message: string, detail?: readonly ErrorDetail[]) {
    super(message);
    this.error = { status, code, message, detail };
  }
}

/** A refusal of what the request says, field by field. */
export function invalid(detail: readonly ErrorDetail[]): BaasRefusal {
  return new BaasRefusal(422, 'VALIDATION_ERROR', '요청 값이 올바르지 않습니다.', detail);
}

export function errorAnswer(envelope: Envelope, error: BaasError): Response {
  const { status, code, message, detail } = error;
  const body =
    envelope === 'message'
      ? { success: false, message, error_code: code, detail }
      : {
          result: 'FAIL',
          data: null,
          errorCode: code,
          message,
          detail,
          request_id: crypto.randomUUID(),
        };
  return Response.json(body, { status });
}

const wordsByStatus: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BAD_REQUEST', '잘못된 요청입니다.'],
  401: ['UNAUTHORIZED', '인증이 필요합니다.'],
  403: ['INVALID_PROJECT_ID', '접근할 수 없는 프로젝트입니다.'],
  404: ['NOT_FOUND', '요청한 리소스를 찾을 수 없습니다.'],
  409: ['ALREADY_EXISTS', '이미 존재합니다.'],
  410: ['EXPIRED', '만료되었습니다.'],
  422: ['VALIDATION_ERROR', '요청 값이 올바르지 않습니다.'],
  429: ['RATE_LIMIT_EXCEEDED', '요청이 너무 많습니다. 잠시 후 다시 시도해주세요.'],
  502: ['EXTERNAL_SERVER_ERROR', 'Vendor API 호출 실패: Connection timeout'],
};

/** The vendor's words for a status, for faults and for what no handler names itself. */
export function errorForStatus(status: number): BaasError {
  const fallback = status < 500 ? 400 : undefined;
  const [code, message] = wordsByStatus[status] ??
    (fallback && wordsByStatus[fallback]) ?? [
      'INTERNAL_SERVER_ERROR',
      '서버 내부 오류가 발생했습니다.',
    ];
  return { status, code, message };
}
