// Kakao's template_object in TypeScript's spelling: https://developers.kakao.com/docs/latest/en/message-template/default

/** Addresses must be on a web domain that is registered in Kakao's console, or the touch leads nowhere. */
export interface KakaoLink {
  readonly webUrl?: string | URL;
  readonly mobileWebUrl?: string | URL;
  /** `key1=value1&key2=value2`, handed to the Android app. */
  readonly androidExecutionParams?: string;
  readonly iosExecutionParams?: string;
}

export interface KakaoButton {
  readonly title: string;
  readonly link: KakaoLink;
}

export interface KakaoContentBlock {
  readonly title?: string;
  readonly imageUrl?: string | URL;
  /** Pixels. */
  readonly imageWidth?: number;
  readonly imageHeight?: number;
  readonly description?: string;
  readonly link: KakaoLink;
}

export interface KakaoSocial {
  readonly likeCount?: number;
  readonly commentCount?: number;
  readonly sharedCount?: number;
  readonly viewCount?: number;
  readonly subscriberCount?: number;
}

/** A list of items under a feed: an order, a receipt. */
export interface KakaoItemContent {
  readonly profileText?: string;
  readonly profileImageUrl?: string | URL;
  readonly titleImageText?: string;
  readonly titleImageUrl?: string | URL;
  readonly titleImageCategory?: string;
  readonly items?: readonly { readonly item: string; readonly itemOp: string }[];
  readonly sum?: string;
  readonly sumOp?: string;
}

export interface KakaoCommerce {
  readonly regularPrice: number;
  readonly discountPrice?: number;
  /** Percent, 0 to 100. Excludes `fixedDiscountPrice`. */
  readonly discountRate?: number;
  readonly fixedDiscountPrice?: number;
  readonly productName?: string;
  readonly currencyUnit?: string;
  /** 0: behind the price, 1: before it. */
  readonly currencyUnitPosition?: 0 | 1;
}

/** One button with the content's link, or buttons with links of their own. */
interface Buttons {
  readonly buttonTitle?: string;
  readonly buttons?: readonly KakaoButton[];
}

export interface TextTemplate extends Buttons {
  readonly objectType: 'text';
  /** 1 to 200 characters. */
  readonly text: string;
  readonly link: KakaoLink;
}

export interface FeedTemplate extends Buttons {
  readonly objectType: 'feed';
  readonly content: KakaoContentBlock;
  readonly itemContent?: KakaoItemContent;
  readonly social?: KakaoSocial;
}

export interface ListTemplate extends Buttons {
  readonly objectType: 'list';
  readonly headerTitle: string;
  readonly headerLink: KakaoLink;
  /** 2 or 3. */
  readonly contents: readonly KakaoContentBlock[];
}

export interface LocationTemplate extends Buttons {
  readonly objectType: 'location';
  readonly address: string;
  readonly addressTitle?: string;
  readonly content: KakaoContentBlock;
  readonly social?: KakaoSocial;
}

export interface CommerceTemplate extends Buttons {
  readonly objectType: 'commerce';
  readonly content: KakaoContentBlock;
  readonly commerce: KakaoCommerce;
}

export interface CalendarTemplate {
  readonly objectType: 'calendar';
  readonly id: string;
  readonly idType: 'event' | 'calendar';
  readonly content: KakaoContentBlock;
  readonly buttons?: readonly KakaoButton[];
}

export type KakaoTemplate =
  | TextTemplate
  | FeedTemplate
  | ListTemplate
  | LocationTemplate
  | CommerceTemplate
  | CalendarTemplate;

/** Values for the variables of a template made in Kakao's console. */
export type TemplateArgs = Readonly<Record<string, string | number>>;

/** Kakao reads the page and makes a message of it. */
export interface ScrapContent {
  /** On a web domain that is registered in Kakao's console. */
  readonly requestUrl: string | URL;
  readonly templateId?: number;
  readonly templateArgs?: TemplateArgs;
}

/** A template made in Kakao's console. */
export interface CustomContent {
  readonly templateId: number;
  readonly templateArgs?: TemplateArgs;
}

/** The three kinds of message. */
export type KakaoContent = { readonly template: KakaoTemplate } | ScrapContent | CustomContent;
