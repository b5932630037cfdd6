import { randomBytes } from 'node:crypto';

/** What a refusal says: HTTP status, Twilio's own error code and words. */
export interface TwilioError {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** Thrown in a handler, turned into Twilio's error body in one place. */
export class TwilioRefusal extends Error {
  readonly error: TwilioError;
  constructor(code: number, message: string, status = 400) {
    super(message);
    this.error = { status, code, message };
  }
}

export function errorAnswer({ status, code, message }: TwilioError): Response {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  const answer = Response.json({ code, message, more_info, status }, { status });
  if (status === 401) answer.headers.set('WWW-Authenticate', 'Basic realm="Twilio API"');
  return withRequestId(answer);
}

/** Every answer of Twilio's carries one; its support asks for it. */
export function withRequestId(answer: Response): Response {
  answer.headers.set('Twilio-Request-Id', `RQ${randomBytes(16).toString('hex')}`);
  return answer;
}

export function notFound(path: string): TwilioRefusal {
  return new TwilioRefusal(20404, `The requested resource ${path} was not found`, 404);
}

/** A parameter that is there but cannot be taken as it is. */
export function invalidParameter(name: string, expected: string): TwilioRefusal {
  return new TwilioRefusal(20001, `Invalid parameter ${name}: it must be ${expected}`);
}

const wordsByStatus: Readonly<Record<number, readonly [code: number, message: string]>> = {
  400: [20001, 'Bad Request'],
  401: [20003, 'Authenticate'],
  403: [20403, 'Forbidden'],
  404: [20404, 'The requested resource was not found'],
  405: [20004, 'Method not allowed'],
  409: [20409, 'Conflict'],
  429: [20429, 'Too Many Requests'],
  503: [20503, 'Service Unavailable'],
};

/** Twilio's words for a status, for faults. */
export function errorForStatus(status: number): TwilioError {
  const [code, message] = wordsByStatus[status] ?? [
    status < 500 ? 20001 : 20500,
    status < 500 ? 'Bad Request' : 'Internal Server Error',
  ];
  return { status, code, message };
}
