import { eucKrBytes } from '@jeonbo/core/text';
import type { SandboxMessage } from '../contract.ts';
import type { ProviderContext } from '../gateway/provider.ts';
import type { Ending, MessageDraft } from '../messages/draft.ts';
import { BaasRefusal } from './answers.ts';
import type { Caller } from './authenticate.ts';
import type { SendForm, SendRequest } from './parse-send.ts';
import type { BaasState } from './state.ts';
import { endingOf } from './test-numbers.ts';

const smsBytes = 90;
const unregistered: Ending = { state: 'failed', reason: '등록되지 않은 수신자' };

/** Accepts a group as a whole or refuses it as a whole, as the vendor does. */
export function send(
  request: SendRequest,
  form: SendForm,
  caller: Caller,
  state: BaasState,
  context: ProviderContext,
): Response {
  const projects = projectsOf(request, caller);
  checkSender(request.callbackNumber, caller);
  const kind = kindOf(request, form);
  const providerId = String(state.nextGroupId());
  const drafts = request.recipients.map(({ phone, memberCode }): MessageDraft => {
    const found = state.recipient(memberCode);
    const registered =
      found !== undefined && (projects === undefined || projects.includes(found.projectId))
        ? found
        : undefined;
    const refused =
      registered === undefined && caller.account?.requireRegisteredRecipients === true;
    return {
      provider: 'baas',
      kind,
      from: request.callbackNumber,
      to: phone,
      name: registered?.name ?? null,
      memberCode,
      subject: request.subject,
      text: request.message,
      media: request.images,
      providerId,
      ending: refused ? unregistered : endingOf(phone),
    };
  });
  const [first] = context.accept(drafts);
  const groupId = state.addGroup(caller.owner, first?.id ?? 0, drafts.length);
  const message = `${form.channel.toUpperCase()} 발송 성공`;
  return Response.json({ success: true, message, data: { group_id: groupId } });
}

/** The projects whose recipients this caller reaches; `undefined`: all, as nobody said whose is whose. */
function projectsOf(request: SendRequest, caller: Caller): readonly string[] | undefined {
  const { account } = caller;
  if (request.projectId === null) return account?.projects;
  if (account !== undefined && !account.projects.includes(request.projectId)) {
    throw new BaasRefusal(403, 'INVALID_PROJECT_ID', '접근할 수 없는 프로젝트입니다.');
  }
  return [request.projectId];
}

function checkSender(callback: string, { account }: Caller): void {
  if (account?.senders === undefined) return;
  const digits = (number: string) => number.replace(/\D/g, '');
  if (account.senders.some((sender) => digits(sender) === digits(callback))) return;
  throw new BaasRefusal(400, 'BAD_REQUEST', '등록되지 않은 발신번호입니다.', [
    { field: 'callback_number', reason: '사전에 등록된 발신번호가 아닙니다.' },
  ]);
}

function kindOf(request: SendRequest, form: SendForm): SandboxMessage['kind'] {
  if (request.images.length > 0) return 'MMS';
  // An MMS without an image is what carriers call an LMS, and so is an SMS that is too long.
  if (form.channel === 'mms' || eucKrBytes(request.message) > smsBytes) return 'LMS';
  return 'SMS';
}
