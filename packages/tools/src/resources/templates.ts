import { JeonboError } from '@jeonbo/core';
import type { Words } from '../words.ts';
import type { Resource } from './resource.ts';

/** Texts to start from. Each Korean one fits an SMS of 80 bytes as it stands, but for the advertisement. */
const templates: Readonly<Record<string, Words>> = {
  verification: {
    ko: '[#{service}] 인증번호는 #{code}입니다. #{minutes}분 안에 입력하세요.',
    en: '[#{service}] Your verification code is #{code}. It is valid for #{minutes} minutes.',
  },
  order_confirmed: {
    ko: '[#{shop}] #{name}님, 주문 #{order}이 접수되었습니다.',
    en: '[#{shop}] #{name}, order #{order} is confirmed.',
  },
  order_shipped: {
    ko: '[#{shop}] 주문 #{order}이 발송되었습니다. 송장 #{tracking}',
    en: '[#{shop}] Order #{order} has shipped. Tracking: #{tracking}',
  },
  appointment: {
    ko: '[#{place}] #{name}님, #{time} 예약이 있습니다. 변경 #{phone}',
    en: '[#{place}] #{name}, your appointment is at #{time}. To change it: #{phone}',
  },
  advertisement: {
    ko: '(광고)#{shop} #{text}\n문의 #{phone}\n무료수신거부 #{opt_out}',
    en: '(광고)#{shop} #{text}\nContact 문의 #{phone}\n무료수신거부 #{opt_out}',
  },
};

export const templatesResource: Resource = {
  name: 'templates',
  uri: 'jeonbo://templates/{name}',
  title: { en: 'Message templates', ko: '문자 문구' },
  description: {
    en: 'Texts to start from, with #{name} for the variables of each recipient',
    ko: '수신자별 variables로 채우는 #{이름}이 든 기본 문구',
  },
  mimeType: 'text/plain',
  names: Object.keys(templates),
  async read(name, { language }) {
    const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
    if (!template)
      throw new JeonboError('NOT_FOUND', `There are ${Object.keys(templates).join(', ')}.`);
    return template[language];
  },
};
