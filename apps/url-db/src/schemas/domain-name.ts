import * as z from 'zod';
import { isDomainName } from '../keys/composite-key.ts';
import { problems } from './problems.ts';
import { rule } from './text.ts';

/** A domain's name in a body or query: upper case is lowered, as it was when the domain was made. Keys are not. */
export const domainName = z
  .string()
  .refine((name) => isDomainName(name.toLowerCase()), rule(problems.domainName))
  .overwrite((name) => name.toLowerCase())
  .meta({
    minLength: 1,
    maxLength: 50,
    pattern: '^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$',
    description: 'Name of a domain: letters, digits and hyphens',
    examples: ['tech-articles'],
  });
