/** Where people reach the HTTP server that shares this store: it shows the pages of long texts. */
export function publicOrigin(baseUrl: string | undefined): string | undefined {
  const url = URL.parse(baseUrl ?? '');
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
