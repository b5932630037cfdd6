import { problems } from '../schemas/problems.ts';
import type { Words } from '../words.ts';

/** Why nothing can be delivered to an address, by its form alone. Where it leads is looked at by who delivers. */
export async function endpointProblem(endpoint: string): Promise<Words | undefined> {
  const url = URL.parse(endpoint);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? undefined : problems.endpoint;
}
