import { createInterface } from 'node:readline';
import { fill } from '@jeonbo/server';
import { exitCodes } from '../../exit-codes.ts';
import { loginTexts } from './login-texts.ts';
import { Problem } from './problem.ts';
import { whyEnded } from './time-limit.ts';
import type { Finished, Waiting } from './waiting.ts';

/** For a machine without a browser: shows the address, and reads the one at which a browser elsewhere ended. */
export async function waitForPaste({
  asked,
  redirectUri,
  timeMs,
  signal,
  context,
  ask,
  finish,
}: Waiting): Promise<Finished> {
  const { language, stdin, stderr } = context;
  const texts = loginTexts[language];
  const say = (sentence: string) => stderr.write(`${fill(sentence, { redirectUri })}\n`);
  const kakaosOwn = new URL(asked.url).origin;
  await ask();
  say(`${texts.openElsewhere}\n\n  ${asked.url}\n\n${texts.redirect}\n${texts.paste}`);
  const lines = createInterface({ input: stdin, signal });
  try {
    stderr.write(texts.pasteNow);
    for await (const line of lines) {
      const address = addressIn(line);
      // It holds the same state, and no code.
      if (address?.origin === kakaosOwn) say(texts.kakaosOwn);
      else if (address?.searchParams.get('state') === asked.state)
        return await finish(address.searchParams);
      else if (line.trim() !== '') say(texts.otherPaste);
      stderr.write(texts.pasteNow);
    }
  } finally {
    lines.close();
  }
  throw signal.aborted
    ? whyEnded(signal, timeMs)
    : new Problem('noInput', {}, exitCodes.unconfirmed);
}

/** As browsers and chats hand it over: also in quotes or brackets, or its query alone. */
function addressIn(line: string): URL | null {
  const text = line.trim().replace(/^["'<]+|["'>]+$/g, '');
  return URL.parse(text) ?? URL.parse(`?${text.replace(/^[^?]*\?/, '')}`, 'http://localhost');
}
