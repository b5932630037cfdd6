import type { CallOptions } from '@jeonbo/core';
import { readMedia, readPage } from './answers.ts';
import type { Media, MediaFilter } from './message-types.ts';
import { dateFilter, listPages } from './pages.ts';
import { requiredSid } from './sid.ts';
import type { Transport } from './transport.ts';

/** `GET …/Messages/{MessageSid}/Media.json`, page by page. */
export async function* listMedia(
  transport: Transport,
  messageSid: string,
  filter: MediaFilter = {},
  call?: CallOptions,
): AsyncGenerator<Media, void, undefined> {
  const { dateCreated, dateCreatedBefore, dateCreatedAfter, limit, pageSize } = filter;
  yield* listPages(
    transport,
    {
      path: `${folderOf(transport, messageSid)}.json`,
      query: {
        DateCreated: dateFilter(dateCreated, 'dateCreated'),
        'DateCreated<': dateFilter(dateCreatedBefore, 'dateCreatedBefore'),
        'DateCreated>': dateFilter(dateCreatedAfter, 'dateCreatedAfter'),
      },
      limit,
      pageSize,
      read: (json) => readPage(json, 'media_list', readMedia),
    },
    call,
  );
}

/** What Twilio knows of one file; the file itself stands at its `uri` without `.json`. */
export async function fetchMedia(
  transport: Transport,
  messageSid: string,
  sid: string,
  call?: CallOptions,
): Promise<Media> {
  const path = pathOf(transport, messageSid, sid);
  return transport.request({ method: 'GET', path, safety: 'read' }, readMedia, call);
}

export async function deleteMedia(
  transport: Transport,
  messageSid: string,
  sid: string,
  call?: CallOptions,
): Promise<void> {
  const path = pathOf(transport, messageSid, sid);
  await transport.request({ method: 'DELETE', path, safety: 'write' }, () => true, call);
}

function folderOf(transport: Transport, messageSid: string): string {
  return transport.path(`/Messages/${requiredSid('message', messageSid, 'messageSid')}/Media`);
}

function pathOf(transport: Transport, messageSid: string, sid: string): string {
  return `${folderOf(transport, messageSid)}/${requiredSid('ME', sid, 'sid')}.json`;
}
