// emulate's Twilio, by its own API and with its own defaults; `appUrl` is where messages that people write go.
import { createEmulator } from 'emulate';
import { stayOnLoopback } from '../shared/stay-on-loopback.ts';
import { account } from './account.ts';

stayOnLoopback();
const [appUrl = ''] = process.argv.slice(2);
const { url } = await createEmulator({
  service: 'twilio',
  port: 0,
  hostname: '127.0.0.1',
  seed: {
    twilio: {
      phone_numbers: [
        { phone_number: account.from, sms_url: appUrl },
        { phone_number: account.testFrom },
      ],
    },
  },
});
process.once('disconnect', () => process.exit());
// It listens on 127.0.0.1 and calls itself localhost, which may be ::1 first.
process.send?.(url.replace('localhost', '127.0.0.1'));
