import { account } from './account.ts';
import { sendText } from './probes/probe.ts';
import { phone, type Side } from './side.ts';

export interface Rates {
  /** Requests a second. */
  readonly send: number;
  readonly sendByClient: number;
  readonly fetch: number;
  readonly list: number;
}

const lanes = 8;

/** On a fresh server; fewer than 5,000 in all, since emulate refuses what comes after. */
export async function measureRates(side: Side): Promise<Rates> {
  const fields = { To: phone, From: account.from, Body: '인증번호는 482913입니다.' };
  const send = () => side.ask('POST', '/Messages.json', fields);
  await perSecond(300, send);
  const { json } = await send();
  return {
    send: await perSecond(1500, send),
    sendByClient: await perSecond(1500, () => sendText(side, fields.Body)),
    fetch: await perSecond(1000, () => side.ask('GET', `/Messages/${json.sid}.json`)),
    list: await perSecond(300, () => side.ask('GET', '/Messages.json')),
  };
}

async function perSecond(count: number, call: () => Promise<object>): Promise<number> {
  let left = count;
  const started = performance.now();
  const lane = async () => {
    while (left-- > 0) {
      const answer = await call();
      if ('status' in answer && typeof answer.status === 'number' && answer.status >= 300)
        throw new Error(`Answered ${answer.status}.`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return count / ((performance.now() - started) / 1000);
}
