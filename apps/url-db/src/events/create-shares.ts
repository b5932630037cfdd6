export interface Shares {
  /** How many more attempts of a subscription may begin now. */
  room(subscriptionId: number): number;
  began(subscriptionId: number): void;
  /** @param answered whether it took what it was sent */
  ended(subscriptionId: number, answered: boolean): void;
}

/**
 * Divides the attempts among subscriptions: who never answers holds one of them and not all, as each of his lasts until its
 * time is over. Any answer that takes a delivery gives him his whole share again.
 *
 * @param most attempts at the same time for one subscription
 */
export function createShares(most: number): Shares {
  const running = new Map<number, number>();
  const silent = new Set<number>();
  return {
    room: (id) => Math.max(0, (silent.has(id) ? 1 : most) - (running.get(id) ?? 0)),
    began(id) {
      running.set(id, (running.get(id) ?? 0) + 1);
    },
    ended(id, answered) {
      const left = (running.get(id) ?? 1) - 1;
      if (left > 0) running.set(id, left);
      else running.delete(id);
      if (answered) silent.delete(id);
      else silent.add(id);
    },
  };
}
