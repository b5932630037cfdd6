import { providerConformance } from '@jeonbo/core/testing';
import { test } from 'vitest';
import { accountSid, errorAnswer, messageAnswer } from '../test-support/index.ts';
import { createMessageClient, createTwilioClient } from './index.ts';

const status = (word: string) => Response.json(messageAnswer({ status: word }));

const cases = providerConformance({
  createClient: (fetch) =>
    createMessageClient(createTwilioClient({ accountSid, authToken: 'test-token', fetch }), {
      from: '+14155550123',
    }),
  message: { to: [{ phoneNumber: '010-1234-5678' }], text: '인증번호는 482913입니다.' },
  accepted: () => Response.json(messageAnswer(), { status: 201 }),
  unauthorized: () => errorAnswer(20003, 401, 'Authenticate'),
  underWay: () => status('sent'),
  delivered: () => status('delivered'),
});

for (const { name, run } of cases) test(name, run);
