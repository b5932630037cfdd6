export type PageKind = 'consent' | 'handOff' | 'message' | 'notice';

/**
 * All headers of a page.
 *
 * @example response.writeHead(noticeStatus[kind], pageHeaders('notice')).end(noticePage({ language, kind }))
 */
export function pageHeaders(kind: PageKind): Readonly<Record<string, string>> {
  const { formAction, referrer, opener } = differences[kind];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; " +
      `form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'referrer-policy': referrer,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': opener,
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissions,
  };
}

const end = { formAction: "'none'", referrer: 'no-referrer', opener: 'same-origin' } as const;

/**
 * In the middle of a log-in the opener keeps its window: a client on the web that opened one would else take it for
 * closed, and could not hear of the end.
 */
const differences = {
  // Not no-referrer: with it a browser sends the form with `Origin: null`.
  consent: { formAction: "'self'", referrer: 'same-origin', opener: 'unsafe-none' },
  handOff: { ...end, opener: 'unsafe-none' },
  message: end,
  notice: end,
} as const satisfies Record<PageKind, unknown>;

const permissions = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');
