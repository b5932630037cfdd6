import type { Ending } from '../messages/draft.ts';
import { delivered } from '../messages/draft.ts';

/** Numbers whose messages end otherwise than delivered. No such number is given to anyone: 010-0000 is not in use. */
export const testNumbers: Readonly<Record<string, Ending>> = {
  '010-0000-0001': { state: 'failed', reason: '결번' },
  '010-0000-0002': { state: 'failed', reason: '수신거부' },
  '010-0000-0003': { state: 'failed', reason: '전원 꺼짐' },
  '010-0000-0004': { state: 'failed', reason: '스팸 차단' },
  '010-0000-0008': { state: 'pending', reason: null },
  '010-0000-0009': { state: 'sent', reason: null },
};

export function endingOf(phone: string): Ending {
  return testNumbers[phone] ?? delivered;
}
