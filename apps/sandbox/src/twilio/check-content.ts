import { countCharacters } from '@jeonbo/core/text';
import { invalidParameter, TwilioRefusal } from './answers.ts';
import { isWebAddress } from './post-webhook.ts';

export const limits = {
  bodyCharacters: 1600,
  mediaUrls: 10,
  callbackCharacters: 4000,
  validitySeconds: 36_000,
} as const;

export interface Content {
  readonly body: string;
  readonly mediaUrls: readonly string[];
}

/** What the message says. A template's text is not known here, so its name and variables stand for it. */
export function checkContent(form: URLSearchParams): Content {
  const body = form.get('Body') ?? '';
  const mediaUrls = form.getAll('MediaUrl').filter((url) => url !== '');
  const contentSid = form.get('ContentSid') ?? '';
  if (body === '' && mediaUrls.length === 0 && contentSid === '') {
    throw form.has('Body')
      ? new TwilioRefusal(21602, 'Message body is required.')
      : new TwilioRefusal(21619, 'A text message body or media urls must be specified.');
  }
  if (countCharacters(body) > limits.bodyCharacters) {
    throw new TwilioRefusal(
      21617,
      `The concatenated message body exceeds the ${limits.bodyCharacters} character limit`,
    );
  }
  if (mediaUrls.length > limits.mediaUrls) {
    throw new TwilioRefusal(21623, 'Number of media files exceeds allowed limit');
  }
  const wrong = mediaUrls.find((url) => !isWebAddress(url));
  if (wrong !== undefined) throw new TwilioRefusal(21620, `Invalid media URL(s): ${wrong}`);
  return { body: contentSid === '' ? body : templateText(contentSid, form), mediaUrls };
}

function templateText(sid: string, form: URLSearchParams): string {
  const variables = form.get('ContentVariables') ?? '';
  if (!/^HX[\da-f]{32}$/i.test(sid)) throw new TwilioRefusal(21655, 'The ContentSid is Invalid');
  if (variables !== '' && !isJsonObject(variables)) {
    throw new TwilioRefusal(21656, 'The ContentVariables Parameter is invalid');
  }
  return `[${sid}] ${variables}`.trimEnd();
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Where its states are told; `null` where nobody asked. */
export function checkStatusCallback(form: URLSearchParams): string | null {
  const url = form.get('StatusCallback') ?? '';
  if (url === '') return null;
  const wrong =
    !isWebAddress(url) ||
    url.length > limits.callbackCharacters ||
    new URL(url).hostname.includes('_');
  if (wrong) throw new TwilioRefusal(21609, `The StatusCallback URL ${url} is not a valid URL.`);
  return url;
}

/** What the sandbox does nothing with is checked all the same, so that nobody learns of a slip in production. */
export function checkOptions(form: URLSearchParams): void {
  const validity = form.get('ValidityPeriod') ?? '';
  if (validity !== '') {
    const seconds = Number(validity);
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > limits.validitySeconds) {
      throw new TwilioRefusal(90007, `Invalid validity period value: ${validity}`);
    }
  }
  for (const [name, allowed] of Object.entries(choices)) {
    const value = form.get(name) ?? '';
    if (value !== '' && !allowed.includes(value))
      throw invalidParameter(name, allowed.join(' or '));
  }
}

const flag = ['true', 'false'];
const choices: Readonly<Record<string, readonly string[]>> = {
  ContentRetention: ['retain', 'discard'],
  AddressRetention: ['retain', 'obfuscate'],
  RiskCheck: ['enable', 'disable'],
  ProvideFeedback: flag,
  SmartEncoded: flag,
  ShortenUrls: flag,
  SendAsMms: flag,
};
