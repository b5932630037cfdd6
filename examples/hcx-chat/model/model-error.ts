import type { ModelSettings } from '../settings.ts';
import { brief } from '../terminal/printable.ts';
import { texts } from '../texts.ts';
import { ToldError } from '../told-error.ts';
import { objectOf } from './gather.ts';

/** What an answer other than 200 means for the person, with what the endpoint says of it. Never with the key. */
export async function modelError(response: Response, settings: ModelSettings): Promise<ToldError> {
  const { status } = response;
  const body = await response.text().catch(() => '');
  const reason = brief(withoutKey(reasonIn(body), settings.apiKey));
  return new ToldError(wordsFor(status, response, settings) + (reason && ` "${reason}"`));
}

function wordsFor(status: number, { headers }: Response, { keyName }: ModelSettings): string {
  if (status === 401 || status === 403) return texts.modelKeyRefused(keyName);
  if (status === 429) return texts.modelBusy(/^\d+$/.exec(headers.get('retry-after') ?? '')?.[0]);
  return status >= 500 ? texts.modelBroken(status) : texts.modelRefused(status);
}

/** `{error: {message}}` as OpenAI has it, `{status: {message}}` as CLOVA Studio does. */
function reasonIn(body: string): string {
  try {
    const { error, status, message } = objectOf(JSON.parse(body));
    const found = [objectOf(error).message, objectOf(status).message, error, message];
    return found.find((one) => typeof one === 'string') ?? '';
  } catch {
    return '';
  }
}

/** Some endpoints repeat the key that they refuse. */
function withoutKey(text: string, key: string | undefined): string {
  return key ? text.replaceAll(key, '***') : text;
}
