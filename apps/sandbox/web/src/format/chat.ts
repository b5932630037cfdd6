import type { MessageCard, SandboxMessage } from '../../../src/contract.ts';

interface Owner {
  readonly name: string | null;
  readonly last: SandboxMessage;
  readonly messages: readonly SandboxMessage[];
}

/** KakaoTalk's chat with oneself: what an app sends "to me" comes there. */
export const isToSelf = ({ provider, from, name }: SandboxMessage): boolean =>
  provider === 'kakao' && from === name;

/** A chat by its partner's name or number; the one with oneself has a name of its own. */
export function chatName(sender: string, phone: Owner, texts: { ownChat: string }): string {
  const own = phone.messages.find(({ from }) => from === sender);
  return own && isToSelf(own) ? texts.ownChat : sender;
}

export interface CardLink {
  /** What one taps: a button, a row, the card itself. */
  readonly label: string | null;
  readonly link: string;
}

/** Where the parts of a card lead, in the order one sees them. */
export function cardLinks(card: MessageCard | undefined): CardLink[] {
  if (card === undefined) return [];
  const { header, contents, buttons } = card;
  const parts = [...(header ? [header] : []), ...contents, ...buttons];
  return parts.flatMap(({ title, url }) => (url === null ? [] : [{ label: title, link: url }]));
}
