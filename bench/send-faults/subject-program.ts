// One library in a process of its own, as solapi is told where to send by what the whole process shares. Each message of
// the parent is one send; the answer is what the caller was told.
import { stayOnLoopback } from '../shared/stay-on-loopback.ts';
import { type SubjectName, subjects } from './subjects/index.ts';
import { toldBy } from './told.ts';

stayOnLoopback();
const [name = '', url = '', timeoutMs = ''] = process.argv.slice(2);
const connect = await subjects[name as SubjectName].load();
const { send } = connect(url, Number(timeoutMs));
process.on('message', async () => process.send?.(await toldBy(send)));
process.once('disconnect', () => process.exit());
process.send?.('ready');
