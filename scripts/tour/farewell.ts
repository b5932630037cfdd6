import { join } from 'node:path';
import type { Language } from '../language.ts';
import { serverEnvironment } from './connect.ts';

/** What a person needs to go on: the addresses, and a configuration that works from this clone. */
export function farewell(root: string, sandboxUrl: string, language: Language): string {
  const server = {
    command: process.execPath,
    args: [join(root, 'apps/mcp-stdio/dist/bin.js'), 'baas'],
    env: serverEnvironment(sandboxUrl, language),
  };
  const configuration = JSON.stringify({ mcpServers: { 'jeonbo-baas': server } }, null, 2);
  const { BAAS_API_KEY, PROJECT_ID } = server.env;
  return language === 'ko'
    ? `
받은 편지함   ${sandboxUrl}/

AI 클라이언트에 연결하기 (Claude Desktop: claude_desktop_config.json, Cursor: .cursor/mcp.json)

${configuration}

내 프로그램에서 쓰기

  export BAAS_API_BASE_URL=${sandboxUrl}
  export BAAS_API_KEY=${BAAS_API_KEY}
  export PROJECT_ID=${PROJECT_ID}

Ctrl+C를 누르면 끝납니다.
`
    : `
Inbox   ${sandboxUrl}/

Connect an AI client (Claude Desktop: claude_desktop_config.json, Cursor: .cursor/mcp.json)

${configuration}

Use it from a program of yours

  export BAAS_API_BASE_URL=${sandboxUrl}
  export BAAS_API_KEY=${BAAS_API_KEY}
  export PROJECT_ID=${PROJECT_ID}

Ctrl+C stops it.
`;
}
