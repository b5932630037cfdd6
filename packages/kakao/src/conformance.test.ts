import { providerConformance } from '@jeonbo/core/testing';
import { test } from 'vitest';
import { refusal } from '../test-support/index.ts';
import { createKakaoClient, createMessageClient } from './index.ts';

const cases = providerConformance({
  createClient: (fetch) =>
    createMessageClient(createKakaoClient({ accessToken: 'test-token', fetch })),
  message: { to: [{ kakaoUuid: 'abcdefg0001' }], text: '인증번호는 482913입니다.' },
  accepted: () => Response.json({ successful_receiver_uuids: ['abcdefg0001'] }),
  unauthorized: () => refusal(-401, 401),
});

for (const { name, run } of cases) test(name, run);
