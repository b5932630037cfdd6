import type { Language } from '@jeonbo/core';
import type { TemplateInput } from './template-input.ts';

const link = { web_url: 'https://example.com/7', mobile_web_url: 'https://example.com/7' };
const image_url = 'https://example.com/7.jpg';

/** One of each type, to start from. */
export function templateExamples(
  language: Language,
): Readonly<Record<TemplateInput['object_type'], TemplateInput>> {
  const say = (en: string, ko: string) => ({ en, ko })[language];
  const see = say('Have a look', '보러 가기');
  return {
    text: {
      object_type: 'text',
      text: say('Dinner on Friday at seven?', '금요일 7시에 저녁 어때?'),
      link,
      buttons: [{ title: say('The place', '장소 보기'), link }],
    },
    feed: {
      object_type: 'feed',
      content: {
        title: say('Our trip to Jeju', '제주 여행 사진'),
        description: say('Twelve pictures', '사진 12장'),
        image_url,
        link,
      },
      button_title: see,
    },
    list: {
      object_type: 'list',
      header_title: say('Films for the weekend', '주말에 볼 영화'),
      header_link: link,
      contents: [
        { title: say('The first', '첫 번째 영화'), description: '19:00', image_url, link },
        { title: say('The second', '두 번째 영화'), description: '21:30', image_url, link },
      ],
    },
    location: {
      object_type: 'location',
      address: say('235 Pangyoyeok-ro, Seongnam', '경기 성남시 분당구 판교역로 235'),
      address_title: say('Where we meet', '만나는 곳'),
      content: { title: say('Friday at seven', '금요일 7시'), image_url, link },
    },
    commerce: {
      object_type: 'commerce',
      content: { title: say('A used bicycle', '중고 자전거'), image_url, link },
      commerce: {
        product_name: say('Bicycle', '자전거'),
        regular_price: 150_000,
        discount_price: 120_000,
        discount_rate: 20,
      },
      button_title: see,
    },
    calendar: {
      object_type: 'calendar',
      id: say('id of a public event', '공개 일정의 id'),
      id_type: 'event',
      content: { title: say('The concert', '공연'), image_url, link },
    },
  };
}
