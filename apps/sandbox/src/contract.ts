// What the sandbox tells over HTTP and to tests: the inbox page, `startSandbox()` and `GET /_sandbox/*` share these.

/** The way of a message. `failed` and `delivered` are final. */
export type DeliveryState = 'pending' | 'sent' | 'delivered' | 'failed';

/** One message to one person, as their phone would show it. */
export interface SandboxMessage {
  /** Rising with time, unique in one sandbox. */
  readonly id: number;
  readonly provider: 'baas' | 'twilio' | 'kakao';
  /** What a Korean carrier would send it as. */
  readonly kind: 'SMS' | 'LMS' | 'MMS' | 'KAKAO';
  /** Sender number as the request gave it. */
  readonly from: string;
  /** The phone it reaches: digits with dashes (010-1234-5678), or +E.164. */
  readonly to: string;
  /** Name of the registered recipient or seed user, where known. */
  readonly name: string | null;
  readonly memberCode: string | null;
  readonly subject: string | null;
  readonly text: string;
  readonly media: readonly string[];
  /** The provider's own id of the send (BaaS: group_id, Twilio: sid). */
  readonly providerId: string;
  readonly state: DeliveryState;
  /** Why it failed. */
  readonly reason: string | null;
  /** A code of 4 to 8 digits found in the text, as a person would read it off. */
  readonly code: string | null;
  /** Every state with its time, ISO 8601. */
  readonly timeline: readonly { readonly state: DeliveryState; readonly at: string }[];
  /** Id of the exchange in which it came; several messages may share one. */
  readonly exchangeId: number;
  /** KakaoTalk: the template as the chat draws it. */
  readonly card?: MessageCard;
}

/** A KakaoTalk template, reduced to what one sees. Prices and counts are ready to read. */
export interface MessageCard {
  readonly type:
    | 'text'
    | 'feed'
    | 'list'
    | 'location'
    | 'commerce'
    | 'calendar'
    | 'scrap'
    | 'custom';
  /** The app that sent it: the foot of the bubble names it. */
  readonly app: string;
  readonly header: CardButton | null;
  /** One, or the rows of a list. */
  readonly contents: readonly CardContent[];
  /** Rows of a name and a value: the items of a feed, the arguments of a custom template. */
  readonly facts: readonly CardFact[];
  readonly price: CardPrice | null;
  readonly place: { readonly title: string | null; readonly address: string } | null;
  readonly social: readonly { readonly kind: CardSocial; readonly count: string }[];
  readonly buttons: readonly CardButton[];
}

export interface CardContent {
  readonly title: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly url: string | null;
}

interface CardFact {
  readonly name: string;
  readonly value: string;
  /** The sum of those before. */
  readonly isTotal?: boolean;
}

export interface CardButton {
  readonly title: string;
  readonly url: string | null;
}

export interface CardPrice {
  readonly product: string | null;
  readonly regular: string;
  readonly discounted: string | null;
  /** `15%`, or an amount. */
  readonly discount: string | null;
}

export type CardSocial = 'like' | 'comment' | 'shared' | 'view' | 'subscriber';

/** One request to a provider path and its answer, keys redacted. */
export interface Exchange {
  readonly id: number;
  readonly at: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  /** `null` where a fault cut the connection. */
  readonly response: { readonly status: number; readonly body: string } | null;
  /** The fault that was applied, in words. */
  readonly fault: string | null;
}

/** A request that a provider made to the app under test because of a message, such as a status callback. */
export interface WebhookCall {
  readonly at: string;
  readonly url: string;
  /** What it told: the provider's own word for the state. */
  readonly event: string;
  /** The status it was answered with; `null` while it waits, or where no answer came. */
  readonly status: number | null;
  /** Why no answer came. */
  readonly error: string | null;
}

/** What `GET /_sandbox/events` (server-sent events) sends; `event:` is the type, `data:` the JSON. */
export type SandboxEvent =
  | { readonly type: 'message'; readonly message: SandboxMessage }
  | { readonly type: 'reset' };

/*
  GET    /_sandbox/messages?to=&q=&state=&after=ID&wait=MS&limit=   {messages: SandboxMessage[]}  newest last
         `to` in any form of the number; `q` matches text, subject, number, name; `wait` holds until one matches
         `after` gives the first `limit` that follow, else the last `limit` (default 200, at most 10000)
  GET    /_sandbox/messages/ID           {message: SandboxMessage, exchange: Exchange | null, webhooks: WebhookCall[]}
                                         null where the exchange is no longer kept
  DELETE /_sandbox/messages              204
  GET    /_sandbox/events                text/event-stream, `Last-Event-ID` resumes; what cannot be resumed (another
                                         run, a restore) starts with `reset`, then every message there is
  GET    /_sandbox/counts                {total, kept, pending, sent, delivered, failed}: of all that ever came
  GET    /_sandbox/exchanges             {exchanges: Exchange[]}  newest last
  GET    /_sandbox/snapshot              everything, as JSON;  PUT takes it back → 204
  POST   /_sandbox/reset                 back to the seed → 204
  GET    /_sandbox/faults                {faults: StandingFault[]}
  POST   /_sandbox/faults                Fault → 201 {id}
  DELETE /_sandbox/faults[/ID]           204
  POST   /_sandbox/twilio/inbound        {from, to, url, body?, mediaUrls?}: someone writes to the app
                                         → 201 {sid, status, replies: [sid]}
  POST   /_sandbox/kakao/authorize       {url, user, scopes?, refuse?}: logs a test user in without a browser
                                         → 200 {location}: where the browser would have gone

  Bad input: 400 (404, 405, 413 …) {error: {code, message, field?, expected?}}
*/
export interface Fault {
  /** Only requests whose path starts with this. Default: every provider path. */
  readonly path?: string;
  readonly method?: string;
  /** How many requests it hits; default 1, `null` for every one from now on. */
  readonly times?: number | null;
  /** Answers with this status and the provider's own error body. */
  readonly status?: number;
  /** Seconds or an HTTP date. Without `status` the answer is 429. */
  readonly retryAfter?: string;
  /** Waits before answering, in milliseconds. */
  readonly delayMs?: number;
  /** Cuts the connection before the body is read, after it is read (and processed), or in the middle of the answer. */
  readonly cut?: 'before-read' | 'after-read' | 'half-answer';
  /** Answers with this instead of what is right (not processed); 200, or `status` where given. */
  readonly body?: string;
  /**
   * With `status` or `body`: the request is carried out all the same. A 502 after which the message arrives is why a
   * send must not be repeated. Default false.
   */
  readonly processed?: boolean;
  /** Lets the messages of the request end so. */
  readonly result?: { readonly state: 'delivered' | 'failed'; readonly reason?: string };
  /** Slows delivery: every transition takes this long, in milliseconds. */
  readonly deliveryMs?: number;
}

/** A fault that waits for a request. */
export interface StandingFault extends Fault {
  readonly id: number;
  /** Requests it will still hit; `null`: every one. */
  readonly remaining: number | null;
}
