import { createHash } from 'node:crypto';
import { JeonboError } from '@jeonbo/core';

/** What a list is of. A cursor of one list says nothing about another. */
export type Scope = readonly unknown[];

const form = /^([0-9a-z]{1,11})-([\w-]{11})$/;

/** Where the next page begins: below this id. */
export function formatCursor(below: number, scope: Scope): string {
  const id = below.toString(36);
  return `${id}-${check(id, scope)}`;
}

/** @throws JeonboError VALIDATION_ERROR, field `cursor`, for one that is broken, invented or of another query */
export function parseCursor(cursor: string, scope: Scope): number {
  const [, id = '', given] = form.exec(cursor) ?? [];
  if (given === undefined || given !== check(id, scope))
    throw new JeonboError('VALIDATION_ERROR', 'The cursor is not one of this list.', {
      field: 'cursor',
    });
  return Number.parseInt(id, 36);
}

function check(id: string, scope: Scope): string {
  return createHash('sha256')
    .update(JSON.stringify([id, ...scope]))
    .digest('base64url')
    .slice(0, 11);
}
