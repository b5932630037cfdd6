import type { DeliveryState } from '../contract.ts';
import type { ProviderContext } from '../gateway/provider.ts';
import { BaasRefusal, invalid } from './answers.ts';
import type { Caller } from './authenticate.ts';
import type { BaasState } from './state.ts';

const words: Readonly<Record<DeliveryState, string>> = {
  pending: '전송중',
  sent: '전송중',
  delivered: '성공',
  failed: '실패',
};

/** The rows of a group, in the order of its recipients. A group of another key is not found. */
export function groupMessages(
  groupId: string,
  caller: Caller,
  state: BaasState,
  context: ProviderContext,
): Response {
  if (!/^\d{1,15}$/.test(groupId))
    throw invalid([{ field: 'group_id', reason: '정수여야 합니다.' }]);
  const id = Number(groupId);
  const group = state.group(id);
  if (group === undefined && state.hadGroup(id)) throw expired();
  if (group === undefined || group.owner !== caller.owner) {
    throw new BaasRefusal(404, 'NOT_FOUND', '발송 그룹을 찾을 수 없습니다.');
  }
  const data = Array.from({ length: group.count }, (_, index) => {
    const message = context.message(group.firstMessageId + index);
    // Only some of the rows would be a wrong count of what became of the group.
    if (message === undefined) throw expired();
    const { to, name, reason } = message;
    return { phone: to, name, result: words[message.state], reason };
  });
  return Response.json({ success: true, data });
}

function expired(): BaasRefusal {
  return new BaasRefusal(410, 'EXPIRED', '보관 기간이 지난 발송 그룹입니다.');
}
