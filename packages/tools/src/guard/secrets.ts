import { JeonboError, type OutboundMessage, render } from '@jeonbo/core';

/** What looks like a key, whoever owns it. The name goes into the error, the match never. */
const patterns: readonly (readonly [string, RegExp])[] = [
  ['private key', /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/],
  ['OpenAI or Anthropic key', /\bsk-(?:[a-z]+\d*-)*[A-Za-z0-9_-]{20,}/],
  ['AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/],
  ['Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ['Twilio SID or key', /\b(?:AC|SK)[0-9a-f]{32}\b/],
  ['Google API key', /\bAIza[0-9A-Za-z_-]{35}/],
  ['Stripe key', /\b[rs]k_(?:live|test)_[0-9A-Za-z]{16,}/],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
];

/** Shorter values stand in ordinary texts by accident. */
const shortestSecret = 8;

/**
 * Refuses a message that would carry a key out of the house: in the text as each recipient would read it, the subject,
 * the sender, image addresses or the recipients' own ids.
 *
 * @throws JeonboError `SECRET_IN_MESSAGE`; `details.kind` says what was found, never the value
 */
export function refuseSecrets(message: OutboundMessage, secrets: readonly string[]): void {
  const own = secrets.filter(({ length }) => length >= shortestSecret).map(squeeze);
  for (const [field, text] of partsOf(message)) {
    const squeezed = squeeze(text);
    const kind = own.some((secret) => squeezed.includes(secret))
      ? 'secret of this server'
      : patterns.find(([, pattern]) => pattern.test(text.normalize('NFKC')))?.[0];
    if (kind !== undefined)
      throw new JeonboError('SECRET_IN_MESSAGE', `The ${field} holds a ${kind}.`, {
        field,
        details: { kind },
      });
  }
}

/** Each distinct text once: a thousand recipients usually share one. */
function partsOf({ to, text, subject, from, media = [] }: OutboundMessage) {
  const parts = new Map<string, string>();
  for (const recipient of to) {
    if (recipient === 'me') {
      parts.set(text, 'text');
      continue;
    }
    parts.set(render(text, recipient.variables), 'text');
    if (recipient.memberCode !== undefined) parts.set(recipient.memberCode, 'to');
  }
  if (subject !== undefined) parts.set(subject, 'subject');
  for (const url of media) {
    parts.set(url.href, 'media');
    parts.set(decodeLoosely(url.href), 'media');
  }
  if (from !== undefined) parts.set(from, 'from');
  return [...parts].map(([part, field]) => [field, part] as const);
}

/** Spaces, line breaks and invisible characters between the letters hide nothing, nor does another case. */
function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
}

function decodeLoosely(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
