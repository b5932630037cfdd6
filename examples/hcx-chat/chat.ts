// node --env-file=.env chat.ts
import { runChat } from './run-chat.ts';

// Where the SDK says, in English, that a login is over. The person is asked to log in.
console.warn = () => {};

process.exitCode = await runChat({
  words: process.argv.slice(2),
  environment: process.env,
  input: process.stdin,
  output: process.stdout,
  onInterrupt: (listener) => process.on('SIGINT', listener),
});
