/** The lines that point an app here. Every provider stands at its real paths on this one origin. */
export const variables = (origin: string): string =>
  ['BAAS_API_BASE_URL', 'TWILIO_API_BASE_URL', 'KAKAO_AUTH_BASE_URL', 'KAKAO_API_BASE_URL']
    .map((name) => `${name}=${origin}`)
    .join('\n');

export const samplePath = '/message/sms';

export const sampleHeaders = { 'Content-Type': 'application/json', 'X-API-KEY': 'any-key' };

export const sampleBody = (message: string) => ({
  project_id: '00000000-0000-4000-8000-000000000000',
  channel_id: 1,
  callback_number: '02-1234-5678',
  recipients: [{ phone_number: '010-1234-5678', member_code: '1' }],
  message,
});

/** The same request for a terminal. The texts hold no apostrophe, so single quotes are enough. */
export function sampleCurl(origin: string, message: string): string {
  const headers = Object.entries(sampleHeaders).map(
    ([name, value]) => `  -H '${name}: ${value}' \\`,
  );
  const fields = Object.entries(sampleBody(message)).map(
    ([name, value]) => `    "${name}": ${JSON.stringify(value)}`,
  );
  const body = `{\n${fields.join(',\n')}\n  }`;
  return [`curl ${origin}${samplePath} \\`, ...headers, `  -d '${body}'`].join('\n');
}
