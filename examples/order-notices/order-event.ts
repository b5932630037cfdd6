import { type JsonObject, parseObject } from '../shared/answer.ts';

/** What the shop tells: an order was paid, or it left the warehouse. */
export interface OrderEvent {
  readonly type: 'order.paid' | 'order.shipped';
  readonly order: Order;
}

export interface Order {
  readonly id: string;
  readonly customer: { readonly id: string; readonly name: string; readonly phoneNumber: string };
  /** What was bought, in a few words. */
  readonly items: string;
  readonly totalWon: number;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  /** A public JPG of at most 300 KB. */
  readonly imageUrl?: string;
}

/** `null` where something needed is missing: a shop's webhook is input from outside like any other. */
export function parseOrderEvent(body: string): OrderEvent | null {
  const { type, order: given } = parseObject(body);
  if (type !== 'order.paid' && type !== 'order.shipped') return null;
  const order = object(given);
  const customer = object(order.customer);
  const needed = [order.id, order.items, customer.id, customer.name, customer.phoneNumber];
  if (type === 'order.shipped') needed.push(order.carrier, order.trackingNumber);
  if (!needed.every((value) => typeof value === 'string' && value !== '')) return null;
  if (typeof order.totalWon !== 'number') return null;
  if (order.imageUrl !== undefined && !URL.canParse(String(order.imageUrl))) return null;
  return { type, order: order as unknown as Order };
}

function object(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}
