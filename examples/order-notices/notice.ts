import type { OutboundMessage } from '@jeonbo/core';
import type { Order, OrderEvent } from './order-event.ts';

export type NoticeLanguage = 'ko' | 'en';

/** `#{name}` is filled per recipient. What a customer typed goes in as a value and is never read as a template. */
const texts = {
  ko: {
    'order.paid': '#{name}님, 주문 #{id} 결제가 완료되었습니다.\n상품: #{items}\n금액: #{total}원',
    'order.shipped': '#{name}님, 주문 #{id} 상품이 출발했습니다.\n#{carrier} #{trackingNumber}',
    subject: '상품 발송 안내',
  },
  en: {
    'order.paid': '#{name}, we received your order #{id}.\nItems: #{items}\nTotal: KRW #{total}',
    'order.shipped': '#{name}, your order #{id} is on its way.\n#{carrier} #{trackingNumber}',
    subject: 'Your order has shipped',
  },
} as const;

/** The message of an event. A picture makes it an MMS; without one it goes as SMS, or LMS where it is long. */
export function noticeFor(
  { type, order }: OrderEvent,
  language: NoticeLanguage = 'ko',
): OutboundMessage & { readonly idempotencyKey: string } {
  const words = texts[language];
  const picture = type === 'order.shipped' && order.imageUrl ? new URL(order.imageUrl) : undefined;
  return {
    to: [
      {
        phoneNumber: order.customer.phoneNumber,
        memberCode: order.customer.id,
        variables: variablesOf(order),
      },
    ],
    text: words[type],
    ...(picture && { subject: words.subject, media: [picture] }),
    // About something the customer bought: no advertising, so it may go at any hour and needs no (광고).
    purpose: 'transactional',
    // The same event of the same order is the same message, however often the shop tells of it.
    idempotencyKey: `${type}:${order.id}`,
  };
}

function variablesOf({ id, customer, items, totalWon, carrier = '', trackingNumber = '' }: Order) {
  const total = totalWon.toLocaleString('ko-KR');
  return { name: customer.name, id, items, total, carrier, trackingNumber };
}
