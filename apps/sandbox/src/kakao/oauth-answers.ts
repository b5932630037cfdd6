interface OauthErrorBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_code: `KOE${string}`;
}

/** A refusal of kauth: JSON at the token endpoint, a page where a person is looking. */
export class OauthRefusal extends Error {
  readonly status: number;
  readonly body: OauthErrorBody;
  constructor(
    code: OauthErrorBody['error_code'],
    error: string,
    description: string,
    status = 400,
  ) {
    super(description);
    this.status = status;
    this.body = { error, error_description: description, error_code: code };
  }
}

export function oauthRefusalAnswer({ status, body }: OauthRefusal): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}

const byStatus: Readonly<Record<number, OauthErrorBody>> = {
  401: {
    error: 'invalid_client',
    error_description: 'Bad client credentials',
    error_code: 'KOE010',
  },
  429: {
    error: 'invalid_request',
    error_description: 'token request rate limit exceeded.',
    error_code: 'KOE237',
  },
};

/** Kakao's words for a status, for faults. */
export function oauthErrorForStatus(status: number): Response {
  const fallback: OauthErrorBody =
    status < 500
      ? { error: 'invalid_request', error_description: 'wrong parameters', error_code: 'KOE001' }
      : { error: 'server_error', error_description: 'try again later', error_code: 'KOE003' };
  return Response.json(byStatus[status] ?? fallback, { status });
}
