// Our sandbox with its own defaults, and the account that emulate has.
import { startSandbox } from '@jeonbo/sandbox';
import { stayOnLoopback } from '../shared/stay-on-loopback.ts';
import { account } from './account.ts';

stayOnLoopback();
const { sid, token: authToken, apiKey, apiSecret, service, from, testFrom } = account;
const { url } = await startSandbox({
  seed: {
    twilio: {
      accounts: [
        {
          sid,
          authToken,
          apiKeys: [{ sid: apiKey, secret: apiSecret }],
          phoneNumbers: [from, testFrom],
          messagingServices: [{ sid: service, senders: [from] }],
        },
      ],
    },
  },
});
process.once('disconnect', () => process.exit());
process.send?.(url);
