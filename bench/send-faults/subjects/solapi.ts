import { SolapiMessageService } from 'solapi';
import { Agent, setGlobalDispatcher } from 'undici';
import { plan } from './plan.ts';
import type { Connect } from './subject.ts';

/**
 * solapi calls the global fetch and takes neither a base URL nor a time-out, so both are given to what is below fetch:
 * a dispatcher of undici that sends to another origin. The time-out is then the one that Node's fetch has by itself
 * (`headersTimeout`, 300 s), only shorter.
 */
export const connect: Connect = (url, timeoutMs) => {
  const dispatcher = new Agent({ headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  setGlobalDispatcher(
    dispatcher.compose((dispatch) => (options, handler) => {
      const { origin } = options;
      if (String(origin) !== 'https://api.solapi.com') throw new Error(`Unexpected ${origin}`);
      return dispatch({ ...options, origin: url }, handler);
    }),
  );
  const { to, from, key } = plan.korean;
  const client = new SolapiMessageService(key, key);
  return { send: () => client.send({ to, from, text: plan.text }) };
};
