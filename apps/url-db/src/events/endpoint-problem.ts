import { problems } from '../schemas/problems.ts';
import type { Words } from '../words.ts';
import { type NetworkRules, type Resolved, resolveEndpoint } from './resolve-endpoint.ts';

const words: Readonly<Record<Extract<Resolved, { problem: string }>['problem'], Words>> = {
  malformed: problems.endpoint,
  unknown_host: {
    en: 'No machine has this name',
    ko: '호스트 이름을 찾을 수 없습니다',
  },
  private: {
    en: 'It leads into a private network. Nothing is delivered there unless URL_DB_PRIVATE_WEBHOOKS is true',
    ko: '사설 네트워크 주소입니다. URL_DB_PRIVATE_WEBHOOKS가 true일 때만 전달합니다',
  },
};

/** For who subscribes: why nothing could be delivered there. It is looked at again at each delivery, since names move. */
export async function endpointProblem(
  endpoint: string,
  rules: NetworkRules,
): Promise<Words | undefined> {
  const resolved = await resolveEndpoint(endpoint, rules);
  return 'problem' in resolved ? words[resolved.problem] : undefined;
}
