import { connect } from '../send-faults/subjects/twilio-client.ts';
import { stayOnLoopback } from '../shared/stay-on-loopback.ts';
import { measureSends } from './meter.ts';

stayOnLoopback();
const [, , url = ''] = process.argv;
await measureSends(connect(url, 30_000).send);
// Connections are kept open.
process.exit();
