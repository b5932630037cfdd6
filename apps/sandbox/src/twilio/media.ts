import { notFound } from './answers.ts';
import { pageOf } from './page.ts';
import type { MediaRecord, MessageRecord } from './record.ts';
import { mediaResource } from './resource.ts';
import type { TwilioState } from './state.ts';

/** `GET …/Messages/{Sid}/Media.json` */
export function listMedia(record: MessageRecord, url: URL): Response {
  const { length } = record.media;
  const items = record.media.map((media, index) => ({ media, sequence: length - index }));
  return pageOf(items, url, 'media_list', ({ media }) => mediaResource(record, media));
}

/** `GET …/Media/{Sid}.json` */
export function fetchMedia(record: MessageRecord, sid: string, url: URL): Response {
  return Response.json(mediaResource(record, mediaOf(record, sid, url)));
}

/** `DELETE …/Media/{Sid}.json` */
export function deleteMedia(
  record: MessageRecord,
  sid: string,
  url: URL,
  state: TwilioState,
): Response {
  const gone = mediaOf(record, sid, url);
  state.update(record.sid, { media: record.media.filter((media) => media !== gone) });
  return new Response(null, { status: 204 });
}

function mediaOf(record: MessageRecord, sid: string, url: URL): MediaRecord {
  const media = record.media.find((candidate) => candidate.sid === sid);
  if (media === undefined) throw notFound(url.pathname);
  return media;
}
