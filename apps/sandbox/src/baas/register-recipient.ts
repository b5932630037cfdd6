import type { ProviderContext } from '../gateway/provider.ts';
import type { BaasSeed } from '../seed/seed.ts';
import type { ErrorDetail } from './answers.ts';
import { BaasRefusal, invalid } from './answers.ts';
import { phonePattern, uuidPattern } from './limits.ts';
import type { BaasState, RegisteredRecipient } from './state.ts';

/** Registers a person. The vendor asks for no key here: it is called from public forms. */
export function registerRecipient(
  project: string,
  body: Readonly<Record<string, unknown>>,
  seed: BaasSeed | undefined,
  state: BaasState,
  context: ProviderContext,
): Response {
  const projectId = project.toLowerCase();
  const known = seed?.accounts?.some(({ projects }) => projects.includes(projectId)) ?? true;
  if (!uuidPattern.test(projectId) || !known) {
    throw new BaasRefusal(400, 'INVALID_PROJECT_ID', '유효하지 않은 프로젝트입니다.');
  }
  const { name, phone, description, data } = parseRecipient(body);
  if (state.recipientWithPhone(projectId, phone) !== undefined) {
    throw new BaasRefusal(409, 'ALREADY_EXISTS', '이미 등록된 전화번호입니다');
  }
  const recipient: RegisteredRecipient = {
    id: crypto.randomUUID(),
    projectId,
    name,
    phone,
    description,
    data,
    createdAt: new Date(context.clock.now()).toISOString(),
  };
  state.register(recipient);
  const shown = {
    id: recipient.id,
    project_id: projectId,
    name,
    phone,
    description,
    data,
    created_at: recipient.createdAt,
    removed_at: null,
  };
  return Response.json({ result: 'SUCCESS', data: shown, message: '발송 대상 생성 완료' });
}

function parseRecipient(body: Readonly<Record<string, unknown>>) {
  const { name, phone, description = ' ', data = '{}' } = body;
  const detail: ErrorDetail[] = [];
  if (typeof name !== 'string' || name.trim() === '' || name.length > 32) {
    detail.push({ field: 'name', reason: '이름은 1자 이상 32자 이하여야 합니다.' });
  }
  if (typeof phone !== 'string' || !phonePattern.test(phone)) {
    detail.push({ field: 'phone', reason: '전화번호 형식이 올바르지 않습니다.' });
  }
  if (typeof description !== 'string') {
    detail.push({ field: 'description', reason: '문자열이어야 합니다.' });
  }
  if (!isJsonText(data)) detail.push({ field: 'data', reason: 'JSON 문자열이어야 합니다.' });
  if (detail.length > 0) throw invalid(detail);
  return {
    name: String(name),
    phone: String(phone),
    description: String(description),
    data: String(data),
  };
}

function isJsonText(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 10_000) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
