// In a chunk of its own: no handshake waits for it.
import type { OpenStore } from '@jeonbo/server';
import { createMessagePages } from '@jeonbo/store';
import { type Login, openLogins } from './logins.ts';

/** Who is logged in, and where texts go that are too long for a message. */
export async function openPeople(store: OpenStore, origin: string | undefined) {
  const logins = await openLogins(store);
  const pages = await createMessagePages(store.database, store.key);
  return {
    logins,
    async publish(text: string, { userId, nickname }: Login): Promise<string> {
      const from = nickname === null ? {} : { from: nickname };
      const { id } = await pages.publish({ text, owner: `kakao:${userId}`, ...from });
      return `${origin}/m/${id}`;
    },
  };
}
