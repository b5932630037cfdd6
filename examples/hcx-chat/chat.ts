// node --env-file=.env chat.ts
import { runChat } from './run-chat.ts';

process.exitCode = await runChat({
  words: process.argv.slice(2),
  environment: process.env,
  input: process.stdin,
  output: process.stdout,
  onInterrupt: (listener) => process.on('SIGINT', listener),
});
