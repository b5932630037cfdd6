import * as z from 'zod';
import { isDomainName } from '../keys/composite-key.ts';
import { described } from './described.ts';
import { problems } from './problems.ts';
import { rule } from './text.ts';

/** A domain's name in a body or query: upper case is lowered, as it was when the domain was made. Keys are not. */
export const domainName = described(
  z
    .string()
    .refine((name) => isDomainName(name.toLowerCase()), rule(problems.domainName))
    .overwrite((name) => name.toLowerCase())
    .meta({
      minLength: 1,
      maxLength: 50,
      pattern: '^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$',
      examples: ['tech-articles'],
    }),
  {
    en: 'Name of a domain: letters, digits and hyphens',
    ko: '도메인 이름: 영문자, 숫자, 하이픈',
  },
);
