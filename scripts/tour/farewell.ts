import { commandOf, type Place, settingsFor } from './servers.ts';

/** What a person needs to go on: the addresses, and a configuration that works from this clone. */
export function farewell(place: Place, serverUrl: string, urlDbUrl: string): string {
  const { sandboxUrl, language } = place;
  const mcpServers = {
    'jeonbo-baas': commandOf('baas', place),
    'jeonbo-twilio': commandOf('twilio', place),
    'jeonbo-kakao': { type: 'http', url: `${serverUrl}/kakao/mcp` },
    'url-db': { type: 'http', url: `${urlDbUrl}/mcp` },
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
HTTP 서버     ${serverUrl} (/kakao/mcp, /baas/mcp, /twilio/mcp)
url-db        ${urlDbUrl}/ (/mcp, /api/mcp, /docs), 끝내면 데이터도 지워집니다

AI 클라이언트에 연결하기 (Claude Desktop: claude_desktop_config.json, Cursor: .cursor/mcp.json)

${configuration}

내 프로그램에서 쓰기

${exports}

Ctrl+C를 누르면 끝납니다.
`
    : `
Inbox         ${sandboxUrl}/
HTTP server   ${serverUrl} (/kakao/mcp, /baas/mcp, /twilio/mcp)
url-db        ${urlDbUrl}/ (/mcp, /api/mcp, /docs); its data goes when this stops

Connect an AI client (Claude Desktop: claude_desktop_config.json, Cursor: .cursor/mcp.json)

${configuration}

Use it from a program of yours

${exports}

Ctrl+C stops it.
`;
}
