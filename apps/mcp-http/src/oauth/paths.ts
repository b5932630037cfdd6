/** Where the library answers, beside the addresses of its own documents. */
export const oauthPaths = {
  authorization: '/authorize',
  token: '/token',
  registration: '/register',
  revocation: '/revoke',
} as const;
