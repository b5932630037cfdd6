import * as z from 'zod/mini';

// Kakao's template_object, field by field: https://developers.kakao.com/docs/latest/en/message-template/default
// What a field may hold is looked at by the client's own check, which knows the limits.

const words = z.optional(z.string());
const count = z.optional(z.int());
const amount = z.optional(z.number());

/** Listed once and referred to: inline the listing would be twice as long. */
const shared = (id: string) => z.meta({ id });

const link = z
  .strictObject({
    web_url: words,
    mobile_web_url: words,
    android_execution_params: words,
    ios_execution_params: words,
  })
  .check(shared('link'));

const buttons = z.optional(
  z.array(z.strictObject({ title: z.string(), link })).check(shared('buttons')),
);
const buttonFields = { button_title: words, buttons };

const content = z
  .strictObject({
    title: words,
    image_url: words,
    image_width: count,
    image_height: count,
    description: words,
    link,
  })
  .check(shared('content'));

const social = z.optional(
  z
    .strictObject({
      like_count: count,
      comment_count: count,
      shared_count: count,
      view_count: count,
      subscriber_count: count,
    })
    .check(shared('social')),
);

const itemContent = z.optional(
  z.strictObject({
    profile_text: words,
    profile_image_url: words,
    title_image_text: words,
    title_image_url: words,
    title_image_category: words,
    items: z.optional(z.array(z.strictObject({ item: z.string(), item_op: z.string() }))),
    sum: words,
    sum_op: words,
  }),
);

const commerce = z.strictObject({
  regular_price: z.number(),
  discount_price: amount,
  discount_rate: amount,
  fixed_discount_price: amount,
  product_name: words,
  currency_unit: words,
  currency_unit_position: z.optional(z.union([z.literal(0), z.literal(1)])),
});

/** The six types, told apart by `object_type`; a field of another type is refused. */
export const templateInput = z.discriminatedUnion('object_type', [
  z.strictObject({ object_type: z.literal('text'), text: z.string(), link, ...buttonFields }),
  z.strictObject({
    object_type: z.literal('feed'),
    content,
    item_content: itemContent,
    social,
    ...buttonFields,
  }),
  z.strictObject({
    object_type: z.literal('list'),
    header_title: z.string(),
    header_link: link,
    contents: z.array(content),
    ...buttonFields,
  }),
  z.strictObject({
    object_type: z.literal('location'),
    address: z.string(),
    address_title: words,
    content,
    social,
    ...buttonFields,
  }),
  z.strictObject({ object_type: z.literal('commerce'), content, commerce, ...buttonFields }),
  z.strictObject({
    object_type: z.literal('calendar'),
    id: z.string(),
    id_type: z.enum(['event', 'calendar']),
    content,
    buttons,
  }),
]);

export type TemplateInput = z.output<typeof templateInput>;
