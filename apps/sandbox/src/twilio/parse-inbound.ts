import { isE164 } from '@jeonbo/core/phone';
import { SandboxInputError } from '../input-error.ts';
import { limits } from './check-content.ts';
import { isWebAddress } from './post-webhook.ts';

export interface Inbound {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly mediaUrls: readonly string[];
  /** Where the app under test hears of it. */
  readonly url: string;
}

const known = ['from', 'to', 'body', 'url', 'mediaUrls'];

/** Checks `POST /_sandbox/twilio/inbound`; throws a {@link SandboxInputError} that names the wrong field. */
export function parseInbound(input: unknown): Inbound {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw wrong('body', 'a JSON object with from, to and url');
  }
  const stranger = Object.keys(input).find((name) => !known.includes(name));
  if (stranger !== undefined) throw wrong(stranger, `one of ${known.join(', ')}`);
  const { from, to, url, body = '', mediaUrls = [] } = input as Readonly<Record<string, unknown>>;
  if (typeof body !== 'string' || body.length > limits.bodyCharacters) {
    throw wrong('body', `a text of at most ${limits.bodyCharacters} characters`);
  }
  if (!Array.isArray(mediaUrls) || mediaUrls.length > limits.mediaUrls) {
    throw wrong('mediaUrls', `a list of at most ${limits.mediaUrls} addresses`);
  }
  return {
    from: number(from, 'from'),
    to: number(to, 'to'),
    body,
    mediaUrls: mediaUrls.map((media, index) => address(media, `mediaUrls[${index}]`)),
    url: address(url, 'url'),
  };
}

function number(value: unknown, field: string): string {
  if (typeof value !== 'string' || !isE164(value))
    throw wrong(field, 'a number such as +14155550123');
  return value;
}

function address(value: unknown, field: string): string {
  if (typeof value !== 'string' || !isWebAddress(value))
    throw wrong(field, 'an http or https address');
  return value;
}

function wrong(field: string, expected: string): SandboxInputError {
  return new SandboxInputError('INVALID_INBOUND', field, expected);
}
