import * as z from 'zod';
import { described } from './described.ts';
import { problems } from './problems.ts';
import { rule } from './text.ts';

/** Where a list begins and how long it is. */
export const pagingInput = {
  // More pages than rows that fit on a disk; beyond it the offset would be no exact number.
  page: described(z.int().min(1).max(1_000_000_000).optional(), {
    en: 'Page number, from 1 (default)',
    ko: '페이지 번호, 1(기본값)부터',
  }),
  size: described(z.int().min(1).max(100).default(20), {
    en: 'How many on a page',
    ko: '한 페이지의 개수',
  }),
  cursor: described(z.string().optional(), {
    en: 'next_cursor of the page before, in place of page: as fast at any depth',
    ko: 'page 대신 쓰는 이전 응답의 next_cursor. 아무리 뒤쪽이라도 똑같이 빠릅니다',
  }),
};

/** Counts everything, for who asks for it. */
export const exact = described(z.boolean().default(false), {
  en: 'Count everything that matches, however long that takes',
  ko: '오래 걸려도 일치하는 것을 모두 셉니다',
});

/** Of an answer with a list. Fields that say nothing are left out, as in the promise. */
export const pagingOutput = {
  total_count: z.int(),
  total_is_capped: described(z.literal(true).optional(), {
    en: 'There are more than total_count; exact=true counts all',
    ko: '실제로는 total_count보다 많습니다. exact=true이면 모두 셉니다',
  }),
  page: described(z.int().optional(), {
    en: 'Left out where cursor was given',
    ko: 'cursor를 지정하면 없습니다',
  }),
  size: z.int(),
  total_pages: z.int(),
  next_cursor: described(z.string().optional(), {
    en: 'Left out on the last page',
    ko: '마지막 페이지에는 없습니다',
  }),
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
