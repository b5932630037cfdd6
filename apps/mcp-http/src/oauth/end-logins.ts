import type { OAuthParts } from './parts.ts';

/**
 * After a login was revoked: with the person's last one goes what Kakao gave, and, where the client asks for it with the
 * form field `unlink=true`, the person's link to the app at Kakao too. Another client's login is not ended by it.
 *
 * @param unlink takes a person out of the app at Kakao
 */
export function endLogins(
  { provider, grants, vault, log }: OAuthParts,
  unlink: (account: string) => Promise<void>,
): void {
  const revoked = new WeakMap<object, string>();
  provider.on('grant.revoked', (ctx, grantId) => void revoked.set(ctx, grantId));

  provider.use(async (ctx, next) => {
    await next();
    const grantId = revoked.get(ctx);
    const { RefreshToken: refresh, AccessToken: access } = ctx.oidc?.entities ?? {};
    const account = (refresh ?? access)?.accountId;
    if (!grantId || !account || (await grants.remove(account, grantId))) return;
    const { unlink: asked } = (ctx.oidc.body ?? {}) as { unlink?: unknown };
    if (ctx.oidc.route === 'revocation' && asked === 'true')
      // The tokens of ours are over in any case: Kakao's trouble is no reason to tell the client otherwise.
      await unlink(account).catch((error: unknown) => log.error('unlinking failed', { error }));
    await vault.delete(account);
  });
}
