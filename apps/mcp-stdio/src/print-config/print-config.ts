import type { Setting } from '@jeonbo/server';
import type { Command, Host } from '../command-line.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { servers } from '../servers.ts';
import type { Environment, Language } from '../types.ts';
import { version } from '../version.ts';

const places: Record<Language, Record<Host, string>> = {
  en: {
    claude: 'Claude Desktop: Settings > Developer > Edit Config (claude_desktop_config.json).',
    cursor: 'Cursor: .cursor/mcp.json in the project, or ~/.cursor/mcp.json for all of them.',
    vscode: 'VS Code: .vscode/mcp.json. It asks for the key once and keeps it.',
  },
  ko: {
    claude: 'Claude Desktop: 설정 > 개발자 > 구성 편집 (claude_desktop_config.json)에 넣으세요.',
    cursor:
      'Cursor: 프로젝트의 .cursor/mcp.json, 또는 모든 프로젝트에 쓰려면 ~/.cursor/mcp.json에 넣으세요.',
    vscode: 'VS Code: .vscode/mcp.json에 넣으세요. 키는 처음 한 번만 물어보고 보관합니다.',
  },
};

/** Writes a client's configuration to stdout, and to stderr where it goes. It never holds a key. */
export function printConfig(
  { server, host }: Extract<Command, { kind: 'print-config' }>,
  { environment, language, stdout, stderr }: Context,
): number {
  stdout.write(`${JSON.stringify(configFor(host, server, environment), null, 2)}\n`);
  stderr.write(`${places[language][host]}\n`);
  return exitCodes.ok;
}

function configFor(host: Host, server: keyof typeof servers, environment: Environment) {
  const settings: readonly Setting[] = servers[server].settings;
  const name = `jeonbo-${server}`;
  const command = 'npx';
  // The exact version: what starts with a person's key should change only when that person says so.
  const args = ['-y', `@jeonbo/mcp-stdio@${version()}`, server];
  const instead = settings.filter((one) => one.insteadOf && environment[one.name]);
  const needed = settings.filter((one) =>
    one.needed ? !instead.some(({ insteadOf }) => insteadOf === one.name) : isKey(one, instead),
  );
  const chosen = settings.filter((setting) => !setting.needed && !setting.secret);
  const kept = Object.fromEntries(
    chosen.flatMap((setting) => {
      const value = environment[setting.name];
      return value ? [[setting.name, value]] : [];
    }),
  );
  const placeholders = (placeholder: (name: string) => string) =>
    Object.fromEntries(needed.map((setting) => [setting.name, placeholder(setting.name)]));

  if (host !== 'vscode') {
    const env = { ...placeholders((variable) => `<your ${variable}>`), ...kept };
    return { mcpServers: { [name]: { command, args, env } } };
  }
  const id = (variable: string) => variable.toLowerCase().replaceAll('_', '-');
  const inputs = needed.map((setting) => ({
    type: 'promptString',
    id: id(setting.name),
    description: setting.name,
    password: setting.secret,
  }));
  const env = { ...placeholders((variable) => `\${input:${id(variable)}}`), ...kept };
  return { inputs, servers: { [name]: { type: 'stdio', command, args, env } } };
}

/** A key that is used in place of another: its place is shown too. */
function isKey(setting: Setting, instead: readonly Setting[]): boolean {
  return setting.secret === true && instead.includes(setting);
}
