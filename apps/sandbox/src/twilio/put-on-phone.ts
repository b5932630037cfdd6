import { parsePhoneNumber } from '@jeonbo/core/phone';
import type { ProviderHost } from '../gateway/provider.ts';
import { endingOf } from './outcomes.ts';
import type { MessageRecord } from './record.ts';
import type { TwilioState } from './state.ts';

/** Hands a message to the phone it is for. From here the sandbox moves it on. */
export function putOnPhone(record: MessageRecord, state: TwilioState, host: ProviderHost): void {
  const media = record.media.map(({ url }) => url);
  const isKorean = record.to.startsWith('+82');
  const [message] = host.accept(
    [
      {
        provider: 'twilio',
        // Korean carriers take no MMS from abroad: the pictures come as links in the text.
        kind: media.length > 0 && !isKorean ? 'MMS' : 'SMS',
        from: record.from,
        to: phoneOf(record.to),
        name: null,
        memberCode: null,
        subject: null,
        text: isKorean ? [record.body, ...media].filter(Boolean).join('\n') : record.body,
        media: isKorean ? [] : media,
        providerId: record.sid,
        ending: endingOf(record.to),
      },
    ],
    record.origin,
  );
  if (message !== undefined) state.update(record.sid, { messageId: message.id });
}

/** A Korean number as Koreans write it, so that one phone holds the messages of every provider. */
function phoneOf(to: string): string {
  const parsed = parsePhoneNumber(to);
  return parsed?.kind === 'mobile' ? parsed.dashed : to;
}
