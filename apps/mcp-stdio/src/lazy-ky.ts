import type ky from 'ky';

/**
 * Stands for ky in the bundle (see tsup.config.ts). Importing ky looks at `Request` and `FormData`, which makes Node load
 * its whole fetch: 40 ms before the first answer, for what only a send needs.
 */
export default async (...parameters: Parameters<typeof ky>): Promise<Response> => {
  const { default: real } = await import('ky');
  return real(...parameters);
};
