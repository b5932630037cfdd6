import type { ServerResponse } from 'node:http';
import { createConsentRoute } from './consent-route.ts';
import { createFriendsCallback, friendsPath } from './friends-consent.ts';
import { createHandOver } from './hand-over.ts';
import { createLoginCallback } from './login-callback.ts';
import { resourceMetadata, resourceMetadataUrl, serverMetadata } from './metadata.ts';
import type { OAuthParts, Route } from './parts.ts';
import { oauthPaths } from './paths.ts';
import { callbackPath } from './start-login.ts';

/** Who meets an answer: a person in a browser, or a program that other sites' pages may be too. */
type Audience = 'person' | 'program';

export interface OAuthRoute {
  readonly methods: readonly string[];
  readonly audience: Audience;
  /** Makes something that is kept, for anybody: to be held tighter. */
  readonly costly?: true;
  readonly answer: Route;
}

/** @returns the route of a path, `undefined` where nothing of a login is there */
export function createRoutes(parts: OAuthParts): (path: string) => OAuthRoute | undefined {
  const { issuer, resources, provider } = parts;
  const handOver = createHandOver(provider);
  const consent: OAuthRoute = {
    methods: ['GET', 'POST'],
    audience: 'person',
    answer: createConsentRoute(parts),
  };
  const page = (answer: Route): OAuthRoute => ({ methods: ['GET'], audience: 'person', answer });
  const endpoint: OAuthRoute = { methods: ['POST'], audience: 'program', answer: handOver };
  const document = (content: object): OAuthRoute => ({
    methods: ['GET', 'HEAD'],
    audience: 'program',
    answer: async (_request, response) => answerJson(response, content),
  });
  const protectedResource = '/.well-known/oauth-protected-resource';
  const exact = new Map<string, OAuthRoute>([
    ['/.well-known/oauth-authorization-server', document(serverMetadata(issuer))],
    [protectedResource, document(resourceMetadata(issuer, resources[0]))],
    ...resources.map((resource): [string, OAuthRoute] => [
      new URL(resourceMetadataUrl(resource)).pathname,
      document(resourceMetadata(issuer, resource)),
    ]),
    [oauthPaths.authorization, page(handOver)],
    [oauthPaths.token, endpoint],
    [oauthPaths.revocation, endpoint],
    [oauthPaths.registration, { ...endpoint, costly: true }],
    [callbackPath, page(createLoginCallback(parts))],
    [friendsPath, page(createFriendsCallback(parts))],
  ]);
  const resume = page(handOver);
  return (path) => {
    if (/^\/interaction\/[\w-]+$/.test(path)) return consent;
    if (/^\/authorize\/[\w-]+$/.test(path)) return resume;
    return exact.get(path);
  };
}

function answerJson(response: ServerResponse, content: object): void {
  const body = JSON.stringify(content);
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'public, max-age=300',
  });
  response.end(body);
}
