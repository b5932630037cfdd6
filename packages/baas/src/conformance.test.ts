import { providerConformance } from '@jeonbo/core/testing';
import { test } from 'vitest';
import { createBaasClient, createMessageClient } from './index.ts';

const row = (result: string) => ({ phone: '010-1234-5678', name: '홍길동', result, reason: null });
const json = (body: unknown, status = 200) => Response.json(body, { status });

const cases = providerConformance({
  createClient: (fetch) =>
    createMessageClient(
      createBaasClient({
        apiKey: 'test-key',
        projectId: '123e4567-e89b-42d3-a456-426614174000',
        fetch,
      }),
      { from: '02-1234-5678' },
    ),
  message: {
    to: [{ phoneNumber: '010-1234-5678', memberCode: 'user123' }],
    text: '인증번호는 482913입니다.',
  },
  accepted: () => json({ success: true, message: '', data: { group_id: 12345 } }),
  unauthorized: () =>
    json({ success: false, message: 'wrong key', error_code: 'UNAUTHORIZED' }, 401),
  underWay: () => json({ success: true, data: [row('전송중')] }),
  delivered: () => json({ success: true, data: [row('성공')] }),
});

for (const { name, run } of cases) test(name, run);
