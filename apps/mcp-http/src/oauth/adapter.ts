import type { GetOptions, Records } from '@jeonbo/store';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { graceMs } from './refresh-grace.ts';

/** How long a client that registered itself may wait for its first login, and how long after its last one it is kept. */
const dayMs = 24 * 60 * 60_000;
const newClientMs = 30 * dayMs;
const usedClientMs = 180 * dayMs;

/**
 * How long what was used may come back before that is taken for theft, which ends the log-in. A refresh token answers
 * meanwhile, with its one successor. A code does not: who sends it twice at once (some hosts do) gets tokens once, and
 * they stay good.
 */
const theftMs: Readonly<Record<string, number>> = {
  RefreshToken: graceMs,
  AuthorizationCode: 10_000,
};

/** A token that was written while its login was being revoked has no grant beside it, and is none. */
const besideGrant: Readonly<Record<string, GetOptions>> = {
  AccessToken: { beside: 'oauth Grant' },
};

const kindOf = (model: string) => `oauth ${model}`;

/** Where oidc-provider keeps its things: sealed records, whose ids (codes, tokens) are hashes in the database. */
export function createAdapter(records: Records, now: () => number = Date.now) {
  return (model: string): Adapter => {
    // Nobody stays logged in here: each authorization asks the person, so there is no session to keep or to steal.
    if (model === 'Session') return nothing;
    const kind = kindOf(model);
    return {
      ...nothing,
      async upsert(id, { jti, ...payload }, expiresIn) {
        const lifetime = expiresIn === undefined ? newClientMs : expiresIn * 1000;
        const group = model === 'Grant' ? id : payload.grantId;
        await records.put(kind, id, payload, {
          expiresAt: now() + lifetime,
          ...(group !== undefined && model !== 'Interaction' && { group }),
        });
      },
      async find(id) {
        const found = await records.get<AdapterPayload>(kind, id, besideGrant[model]);
        if (!found) return undefined;
        const { value, consumedAt } = found;
        const isOver = consumedAt !== null && now() - consumedAt > (theftMs[model] ?? 0);
        const jti = model === 'Client' ? {} : { jti: id };
        return { ...value, ...jti, ...(isOver && { consumed: Math.floor(consumedAt / 1000) }) };
      },
      async consume(id) {
        const isFirst = await records.consume(kind, id);
        if (!isFirst && model !== 'RefreshToken') throw new errors.InvalidGrant('already consumed');
      },
      destroy: (id) => records.delete(kind, id),
      revokeByGrantId: (grantId) => records.deleteGroup(grantId),
    };
  };
}

/** What a login that goes on stands on. */
interface Login {
  readonly clientId: string;
  readonly grantId: string | undefined;
}

/**
 * After each redemption: a client that is in use is kept, one that nobody uses is forgotten in time. Written anew, both
 * stand under the current secret key, so that an old one is needed no longer than the last login of its time.
 */
export async function keepLogin(
  records: Records,
  { clientId, grantId }: Login,
  now = Date.now(),
): Promise<void> {
  const client = await records.get(kindOf('Client'), clientId);
  if (client?.expiresAt && client.expiresAt - now < usedClientMs - 7 * dayMs)
    await records.put(kindOf('Client'), clientId, client.value, { expiresAt: now + usedClientMs });
  const grant = grantId === undefined ? undefined : await records.get(kindOf('Grant'), grantId);
  if (grantId !== undefined && grant) {
    const { expiresAt } = grant;
    await records.put(kindOf('Grant'), grantId, grant.value, { expiresAt, group: grantId });
  }
}

const nothing: Adapter = {
  upsert: async () => {},
  find: async () => undefined,
  findByUserCode: async () => undefined,
  findByUid: async () => undefined,
  consume: async () => {},
  destroy: async () => {},
  revokeByGrantId: async () => {},
};
