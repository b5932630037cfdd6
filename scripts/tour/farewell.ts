import { commandOf, type Place, settingsFor } from './servers.ts';

/** What a person needs to go on: the addresses, and a configuration that works from this clone. */
export function farewell(place: Place): string {
  const { sandboxUrl, language } = place;
  const mcpServers = {
    'jeonbo-baas': commandOf('baas', place),
    'jeonbo-twilio': commandOf('twilio', place),
  };
  const configuration = JSON.stringify({ mcpServers }, null, 2);
  const exports = Object.values(settingsFor(sandboxUrl))
    .map((settings) =>
      Object.entries(settings)
        .map(([name, value]) => `  export ${name}=${value}`)
        .join('\n'),
    )
    .join('\n\n');
  return language === 'ko'
    ? `
받은 편지함   ${sandboxUrl}/

AI 클라이언트에 연결하기 (Claude Desktop: claude_desktop_config.json, Cursor: .cursor/mcp.json)

${configuration}

내 프로그램에서 쓰기

${exports}

Ctrl+C를 누르면 끝납니다.
`
    : `
Inbox   ${sandboxUrl}/

Connect an AI client (Claude Desktop: claude_desktop_config.json, Cursor: .cursor/mcp.json)

${configuration}

Use it from a program of yours

${exports}

Ctrl+C stops it.
`;
}
