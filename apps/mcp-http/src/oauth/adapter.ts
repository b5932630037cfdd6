import type { Records } from '@jeonbo/store';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { graceMs } from './refresh-grace.ts';

/** How long a client that registered itself may wait for its first login, and how long after its last one it is kept. */
const newClientMs = 30 * 24 * 60 * 60_000;
const usedClientMs = 180 * 24 * 60 * 60_000;

/**
 * How long what was used may come back before that is taken for theft, which ends the log-in. A refresh token answers
 * meanwhile, with its one successor. A code does not: who sends it twice at once (some hosts do) gets tokens once, and
 * they stay good.
 */
const theftMs: Readonly<Record<string, number>> = {
  RefreshToken: graceMs,
  AuthorizationCode: 10_000,
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
        const found = await records.get<AdapterPayload>(kind, id);
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

/** A client that is in use is kept; one that nobody uses is forgotten in time. */
export async function keepClient(records: Records, id: string, now = Date.now()): Promise<void> {
  const kind = kindOf('Client');
  const found = await records.get(kind, id);
  if (!found?.expiresAt || found.expiresAt - now > usedClientMs / 2) return;
  await records.put(kind, id, found.value, { expiresAt: now + usedClientMs });
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
