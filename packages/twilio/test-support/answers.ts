// Answers of Twilio in their whole form, for tests. Those that are used are held to the contract in contract.test.ts.

export const accountSid = `AC${'a'.repeat(32)}`;
export const serviceSid = `MG${'b'.repeat(32)}`;
export const mediaSid = `ME${'c'.repeat(32)}`;

/** `SM` and a number in 32 hex digits. */
export function messageSid(count = 1): string {
  return `SM${count.toString(16).padStart(32, '0')}`;
}

const root = `/2010-04-01/Accounts/${accountSid}`;
const date = 'Thu, 24 Aug 2023 05:01:45 +0000';

export function messageAnswer(change: Readonly<Record<string, unknown>> = {}) {
  const sid = typeof change.sid === 'string' ? change.sid : messageSid();
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: 'Hello',
    date_created: date,
    date_sent: null,
    date_updated: date,
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: '+14155550123',
    messaging_service_sid: null,
    num_media: '0',
    num_segments: '1',
    price: null,
    price_unit: null,
    sid,
    status: 'queued',
    subresource_uris: { media: `${root}/Messages/${sid}/Media.json` },
    to: '+821012345678',
    uri: `${root}/Messages/${sid}.json`,
    ...change,
  };
}

export function mediaAnswer(parent = messageSid()) {
  return {
    account_sid: accountSid,
    content_type: 'image/jpeg',
    date_created: date,
    date_updated: date,
    parent_sid: parent,
    sid: mediaSid,
    uri: `${root}/Messages/${parent}/Media/${mediaSid}.json`,
  };
}

export function feedbackAnswer(outcome: string, sid = messageSid()) {
  return {
    account_sid: accountSid,
    date_created: date,
    date_updated: date,
    message_sid: sid,
    outcome,
    uri: `${root}/Messages/${sid}/Feedback.json`,
  };
}

/** A page of `messages` or `media_list`; `next` is the rest of the next page's path. */
export function pageAnswer(
  name: 'messages' | 'media_list',
  items: readonly unknown[],
  next: string | null = null,
) {
  const path = `${root}/Messages.json?PageSize=${items.length}&Page=`;
  return {
    end: Math.max(0, items.length - 1),
    first_page_uri: `${path}0`,
    next_page_uri: next && `${path}${next}`,
    page: 0,
    page_size: 50,
    previous_page_uri: null,
    start: 0,
    uri: `${path}0`,
    [name]: items,
  };
}

export function errorAnswer(code: number, status = 400, message = 'refused') {
  return Response.json(
    { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    { status, headers: { 'twilio-request-id': 'RQ1' } },
  );
}
