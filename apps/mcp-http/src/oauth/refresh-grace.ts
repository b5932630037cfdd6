import { createHmac } from 'node:crypto';
import Provider from 'oidc-provider';

/** How long a refresh token that was used answers once more: hosts refresh in parallel. */
export const graceMs = 60_000;

/**
 * Gives each refresh token one successor, and always the same: instances that refresh at once, or a host that lost an
 * answer, get the same next token without waiting for each other. The id of the grant is the secret behind it, which
 * never leaves the server and stands in the database only sealed.
 */
export function nameSuccessors(provider: Provider): void {
  const { prototype } = provider.RefreshToken as unknown as { prototype: TokenPrototype };
  const random = prototype.generateTokenId;
  prototype.generateTokenId = function (this: { grantId?: string }) {
    const { RotatedRefreshToken: previous } = Provider.ctx?.oidc.entities ?? {};
    if (!previous?.jti || !this.grantId) return random.call(this);
    return createHmac('sha256', this.grantId).update(previous.jti).digest('base64url');
  };
}

interface TokenPrototype {
  generateTokenId: (this: { grantId?: string }) => string;
}
