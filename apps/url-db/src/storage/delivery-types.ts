import type { StoreEvent, StoreEventType } from './event-types.ts';

/** Which events a subscription takes, besides their types. Nothing named: all. */
export interface SubscriptionFilter {
  readonly domainName?: string | undefined;
  readonly nodeId?: number | undefined;
}

export interface Subscription {
  readonly id: number;
  readonly endpoint: string;
  readonly eventTypes: readonly StoreEventType[];
  readonly filter: SubscriptionFilter;
  /** Signs what is delivered. */
  readonly secret: string;
  readonly active: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Events up to this one were looked at for it. A new one starts at the newest event. */
  readonly cursor: number;
}

export const deliveryStates = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One event for one subscription. */
export interface Delivery {
  readonly id: number;
  readonly subscriptionId: number;
  readonly event: StoreEvent;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The earliest time of the next attempt. */
  readonly dueAt: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly updatedAt: number;
}

export interface DeliveryStore {
  /** Events with an id above `after`, in order. None is ever seen after one with a higher id. */
  readEvents(after: number, limit: number): Promise<readonly StoreEvent[]>;
  /** The id of the newest event; 0 where there was none. */
  lastEventId(): Promise<number>;
  /** Forgets events older than a time that no delivery waits for, and deliveries that ended before it. Answers how many events. */
  purgeEvents(before: number): Promise<number>;

  createSubscription(input: {
    readonly endpoint: string;
    readonly eventTypes: readonly StoreEventType[];
    readonly filter: SubscriptionFilter;
    readonly secret: string;
  }): Promise<Subscription>;
  listSubscriptions(): Promise<readonly Subscription[]>;
  getSubscription(id: number): Promise<Subscription | undefined>;
  updateSubscription(
    id: number,
    changes: {
      readonly endpoint?: string | undefined;
      readonly eventTypes?: readonly StoreEventType[] | undefined;
      readonly filter?: SubscriptionFilter | undefined;
      readonly secret?: string | undefined;
      /** Made active again, it goes on with what happened meanwhile. */
      readonly active?: boolean | undefined;
    },
  ): Promise<Subscription | undefined>;
  /** With its deliveries. */
  deleteSubscription(id: number): Promise<'deleted' | 'missing'>;

  /**
   * Turns events that no active subscription has looked at yet into pending deliveries, a bounded number of them.
   * Safe to call from any number of processes. Answers how many deliveries were made and whether there is more to do.
   */
  scheduleDeliveries(): Promise<{ readonly scheduled: number; readonly more: boolean }>;
  /**
   * Pending deliveries that are due, for this caller alone until `leaseMs` from now. Of one node and one subscription
   * only the oldest: the next is given when that one is settled.
   *
   * @param options.room how many of one subscription at most, those with the most room first. Default: `limit`
   */
  claimDeliveries(options: {
    readonly limit: number;
    readonly leaseMs: number;
    readonly room?: ((subscriptionId: number) => number) | undefined;
  }): Promise<readonly Delivery[]>;
  /** What came of an attempt. `retryAt` keeps it pending, without it `failed` is the end of it. */
  settleDelivery(
    id: number,
    outcome:
      | { readonly delivered: true; readonly status: number }
      | {
          readonly delivered: false;
          readonly status?: number | undefined;
          readonly error: string;
          readonly retryAt?: number | undefined;
        },
  ): Promise<void>;
  /** Newest first. */
  listDeliveries(
    subscriptionId: number,
    options: { readonly limit: number; readonly before?: number | undefined },
  ): Promise<readonly Delivery[]>;
  /** When the next pending delivery is due; undefined where none waits. */
  nextDeliveryAt(): Promise<number | undefined>;
}
