import type { MessageCard } from '../../contract.ts';
import type { MessageDraft } from '../../messages/draft.ts';
import { delivered } from '../../messages/draft.ts';
import type { KakaoUser } from '../../seed/seed.ts';
import { phoneOf } from '../people.ts';
import { picturesOf, textOfCard } from '../template/card.ts';

/** One message in the chat of two people, or of one with herself. */
export function chatMessage(
  sender: KakaoUser,
  receiver: KakaoUser,
  card: MessageCard,
  providerId: string,
): MessageDraft {
  return {
    provider: 'kakao',
    kind: 'KAKAO',
    from: sender.nickname,
    to: phoneOf(receiver),
    name: receiver.nickname,
    memberCode: String(receiver.id),
    subject: null,
    text: textOfCard(card),
    media: picturesOf(card),
    providerId,
    card,
    ending: delivered,
  };
}
