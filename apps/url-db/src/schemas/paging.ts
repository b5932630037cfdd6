import * as z from 'zod';
import { problems } from './problems.ts';
import { rule } from './text.ts';

/** Where a list begins and how long it is. */
export const pagingInput = {
  // More pages than rows that fit on a disk; beyond it the offset would be no exact number.
  page: z
    .int()
    .min(1)
    .max(1_000_000_000)
    .optional()
    .meta({ description: 'Page number, from 1. Default: 1' }),
  size: z.int().min(1).max(100).default(20).meta({ description: 'How many on a page' }),
  cursor: z.string().optional().meta({
    description: 'next_cursor of the page before, in place of page: as fast at any depth',
  }),
};

/** Of an answer with a list. Fields that say nothing are left out, as in the promise. */
export const pagingOutput = {
  total_count: z.int(),
  total_is_capped: z
    .literal(true)
    .optional()
    .meta({ description: 'There are more than total_count; exact=true counts all' }),
  page: z.int().optional().meta({ description: 'Left out where cursor was given' }),
  size: z.int(),
  total_pages: z.int(),
  next_cursor: z.string().optional().meta({ description: 'Left out on the last page' }),
};

interface PagingInput {
  readonly page?: number | undefined;
  readonly cursor?: string | undefined;
}

export function isPageOrCursor({ page, cursor }: PagingInput): boolean {
  return page === undefined || cursor === undefined;
}

/** What `isPageOrCursor` says where it is broken. */
export const pageOrCursor = () => ({ ...rule(problems.pageOrCursor), path: ['cursor'] });
