import { outcome, type Probe } from './probe.ts';

const requests = 5100;

/** On a server of its own, as it counts what it was asked. */
export const many: Probe = async (side) => {
  for (let count = 1; count <= requests; count++) {
    const answer = await side.ask('GET', '/Messages.json?PageSize=1');
    if (answer.status !== 200)
      return `no. ${count.toLocaleString('en')} is ${outcome(answer)}: ${answer.json.message}`;
  }
  return `all of ${requests.toLocaleString('en')} answered`;
};
