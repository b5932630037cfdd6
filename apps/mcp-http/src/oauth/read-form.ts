import type { IncomingMessage } from 'node:http';
import { collectBody } from '../http/read-body.ts';
import { Notice } from './answers.ts';

const maxFormBytes = 16 * 1024;

/**
 * What a page of ours posted.
 *
 * @throws Notice where it comes from another site's page, or is no form
 */
export async function readForm(request: IncomingMessage, issuer: string): Promise<URLSearchParams> {
  const { origin, 'sec-fetch-site': site, 'content-type': type = '' } = request.headers;
  const isOurs = (origin === undefined || origin === issuer) && (!site || site === 'same-origin');
  if (!isOurs || !/^application\/x-www-form-urlencoded\b/i.test(type))
    throw new Notice('badRequest', 'form');
  const body = await collectBody(request, maxFormBytes);
  return new URLSearchParams(body.toString('utf8'));
}
