import * as z from 'zod';
import { timestamp } from './common.ts';
import { described } from './described.ts';
import { domainName } from './domain-name.ts';
import { text } from './text.ts';

export const domain = z.object({
  name: z.string(),
  description: z.string().nullable(),
  node_count: z.int(),
  strip_tracking: z.literal(true).optional(),
  created_at: timestamp,
  updated_at: timestamp,
});

const description = described(
  text(1000)
    .nullish()
    .meta({ examples: ['기술 관련 아티클'] }),
  {
    en: 'What is collected in this domain',
    ko: '이 도메인에 무엇을 모으는지',
  },
);

const stripTrackingWords = {
  en: 'Whether URLs that differ in tracking parameters only (utm_source, fbclid, …) are the same one',
  ko: '추적 파라미터(utm_source, fbclid 등)만 다른 URL을 같은 URL로 볼지',
};

export const newDomain = z.strictObject({
  name: domainName,
  description,
  strip_tracking: described(z.boolean().default(false), stripTrackingWords),
});

export const domainReference = z.strictObject({ name: domainName });

export const domainChanges = domainReference.extend({
  description,
  strip_tracking: described(z.boolean().optional(), stripTrackingWords),
});
