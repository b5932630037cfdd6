import type {
  CalendarTemplate,
  CommerceTemplate,
  FeedTemplate,
  KakaoLink,
  ListTemplate,
  LocationTemplate,
  TextTemplate,
} from './content-types.ts';

type Fields<Template> = Omit<Template, 'objectType'>;

/**
 * A text of at most 200 characters.
 *
 * @example textTemplate({ text: '주문하신 상품이 출발했습니다.', link: webLink('https://example.com/orders/7') })
 */
export function textTemplate(fields: Fields<TextTemplate>): TextTemplate {
  return { objectType: 'text', ...fields };
}

/** A picture and a text, and below it a list of items where there are any. */
export function feedTemplate(fields: Fields<FeedTemplate>): FeedTemplate {
  return { objectType: 'feed', ...fields };
}

/** Two or three contents under one header. */
export function listTemplate(fields: Fields<ListTemplate>): ListTemplate {
  return { objectType: 'list', ...fields };
}

/** A content with an address that opens in a map. */
export function locationTemplate(fields: Fields<LocationTemplate>): LocationTemplate {
  return { objectType: 'location', ...fields };
}

/**
 * A product with its price.
 *
 * @example
 * commerceTemplate({
 *   content: { title: '봄 원피스', imageUrl: 'https://example.com/dress.jpg', link: webLink('https://example.com/7') },
 *   commerce: { regularPrice: 50_000, discountPrice: 40_000, discountRate: 20 },
 * })
 */
export function commerceTemplate(fields: Fields<CommerceTemplate>): CommerceTemplate {
  return { objectType: 'commerce', ...fields };
}

/** A public event or a calendar of a KakaoTalk channel. */
export function calendarTemplate(fields: Fields<CalendarTemplate>): CalendarTemplate {
  return { objectType: 'calendar', ...fields };
}

/** A link to one page, on phones and desktops alike. */
export function webLink(url: string | URL): KakaoLink {
  return { webUrl: url, mobileWebUrl: url };
}
