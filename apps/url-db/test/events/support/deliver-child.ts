// A url-db that only delivers, as a process that can be killed.
import { createDeliverer } from '../../../src/events/create-deliverer.ts';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/storage/open-store.ts';

const [databaseUrl = ''] = process.argv.slice(2);
const store = await openStore(databaseUrl);
createDeliverer({
  store,
  toolName: 'url-db',
  allowPrivate: true,
  log: createLog(() => {}, {}),
  pollMs: 20,
  leaseMs: 400,
  timeoutMs: 300,
  pauses: [50, 50, 50],
});
process.stdout.write('ready\n');
