import { JeonboError } from '@jeonbo/core';
import { errorsResource } from '../resources/errors.ts';
import { guardResource } from '../resources/guard.ts';
import type { Resource } from '../resources/resource.ts';
import type { TwilioContext } from './context.ts';
import { readMessage } from './read-message.ts';

const messagesResource: Resource<TwilioContext> = {
  name: 'messages',
  uri: 'jeonbo://messages/{sid}',
  title: { en: 'Message', ko: '메시지' },
  description: { en: 'What became of a message', ko: '메시지의 발송 결과' },
  mimeType: 'application/json',
  async read(sid, context, signal) {
    if (!/^(?:SM|MM)[0-9a-fA-F]{32}$/.test(sid))
      throw new JeonboError('NOT_FOUND', 'A sid is SM or MM and 32 hex digits.');
    return JSON.stringify(await readMessage(sid, context, signal ? { signal } : {}), null, 1);
  },
};

export const twilioResources: readonly Resource<TwilioContext>[] = [
  errorsResource,
  messagesResource,
  guardResource,
];
