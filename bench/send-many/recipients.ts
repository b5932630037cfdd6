import type { BaasRecipient } from '@jeonbo/baas-client';

/** Numbers from 010-1000-0000 on, made as they are asked for. */
export function* makeRecipients(count: number): Generator<BaasRecipient, void, undefined> {
  for (let index = 0; index < count; index++) {
    const digits = String(10_000_000 + index);
    yield {
      phoneNumber: `010-${digits.slice(0, 4)}-${digits.slice(4)}`,
      memberCode: `user-${index}`,
    };
  }
}
