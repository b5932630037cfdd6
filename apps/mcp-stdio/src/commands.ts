// What is not needed to serve, in one chunk of its own.
import type { Context } from './context.ts';

export { audit } from './audit/audit.ts';
export { call } from './call/call.ts';
export { check } from './check/check.ts';
export { help, printVersion } from './help.ts';
export { printConfig } from './print-config/print-config.ts';

/** In a chunk of its own: nobody who calls a tool waits for it. */
export async function isolate(argv: readonly string[], context: Context): Promise<number> {
  const command = await import('./isolate/isolate.ts');
  return command.isolate(argv, context);
}

/** The same: only who logs in and out needs it. */
export async function kakao(argv: readonly string[], context: Context): Promise<number> {
  const command = await import('./kakao/command/kakao-command.ts');
  return command.kakaoCommand(argv, context);
}
