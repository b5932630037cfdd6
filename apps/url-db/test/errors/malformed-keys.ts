/** No key of a node of the tool `url-db`, nor of an attribute. */
export const malformedKeys = [
  'invalid-key',
  'tech-articles:1',
  'url-db:tech-articles',
  'url-db:tech-articles:1:2',
  'url-db:tech-articles:0',
  'url-db:tech-articles:01',
  'url-db:tech-articles:-1',
  'url-db:tech-articles:1.0',
  'url-db:tech-articles:12345678901234567890',
  'url-db:Tech-Articles:1',
  'url-db:-tech:1',
  'url-db::1',
  'URL-DB:tech-articles:1',
  ' url-db:tech-articles:1',
  'url-db:tech-articles:1\n',
  'url-db:기술:1',
  // Another tool's.
  'other-tool:tech-articles:1',
];
