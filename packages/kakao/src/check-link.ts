import type { Issue } from '@jeonbo/core';
import { pick } from '@jeonbo/core/http';
import { checkImageUrl } from '@jeonbo/core/text';

export function wrongIf(wrong: boolean, field: string, message: string): Issue[] {
  return wrong ? [{ code: 'VALIDATION_ERROR', field, message }] : [];
}

export function needed(isThere: boolean, field: string): Issue[] {
  return wrongIf(!isThere, field, `${field} is needed.`);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An address, where there is one. */
export function checkWebUrl(url: unknown, field: string): Issue[] {
  const given = String(url ?? 'http://none');
  const right = /^https?:\/\/[^/]/.test(given) && URL.canParse(given);
  return wrongIf(!right, field, `${field} must be an http(s) URL.`);
}

/** A link must be there and may be empty. */
export function checkLink(link: unknown, field: string): Issue[] {
  return [
    ...needed(isObject(link), field),
    ...checkWebUrl(pick(link, 'webUrl'), `${field}.webUrl`),
    ...checkWebUrl(pick(link, 'mobileWebUrl'), `${field}.mobileWebUrl`),
  ];
}

/** An image, where there is one, that Kakao can fetch. Kakao converts it, so its form is no matter. */
export function checkImage(url: unknown, field: string): Issue[] {
  if (url === undefined) return [];
  return checkImageUrl(String(url), field).filter(({ code }) => code === 'INVALID_IMAGE_URL');
}

export function checkBlock(content: unknown, field: string): Issue[] {
  if (!isObject(content)) return needed(false, field);
  return [
    ...checkLink(pick(content, 'link'), `${field}.link`),
    ...checkImage(pick(content, 'imageUrl'), `${field}.imageUrl`),
  ];
}
