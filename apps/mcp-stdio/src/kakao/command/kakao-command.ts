import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { accounts } from './accounts.ts';
import { explain } from './explain.ts';
import { helpTexts } from './help.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { parseKakaoOptions } from './options.ts';
import { Problem } from './problem.ts';

/** `jeonbo-mcp kakao login`, `logout` and `accounts`: who the server `kakao` sends as. */
export async function kakaoCommand(argv: readonly string[], context: Context): Promise<number> {
  const options = parseKakaoOptions(argv);
  try {
    switch (options.kind) {
      case 'login':
        return await login(options, context);
      case 'logout':
        return await logout(options, context);
      case 'accounts':
        return await accounts(options, context);
      case 'help':
        context.stdout.write(helpTexts[context.language]);
        return exitCodes.ok;
    }
  } catch (error) {
    const problem = explain(error);
    if (!(problem instanceof Problem)) throw error;
    context.stderr.write(`${problem.in(context.language)}\n`);
    return problem.exitCode;
  }
}
