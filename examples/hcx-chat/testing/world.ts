import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpServer, type HttpServerOptions } from '@jeonbo/mcp-http';
import { startSandbox } from '@jeonbo/sandbox';
import { expect, onTestFinished } from 'vitest';
import { createBrowser, type Decision } from './browser.ts';
import { type Session, startChat } from './chat-session.ts';
import { startModelStub } from './model-stub.ts';

const apiKey = 'nv-c0ffee5f3a1b';

/**
 * A machine of its own: Kakao (the sandbox), the real MCP server for it, a model, and a home. At the end no secret stands
 * in a terminal or was sent to the model.
 */
export async function createWorld(
  settings: Readonly<Record<string, string>> = {},
  options: Pick<HttpServerOptions, 'fetchClientMetadata'> = {},
) {
  const sandbox = await startSandbox({ port: 0, deliveryMs: 1 });
  onTestFinished(() => sandbox.close());
  const home = mkdtempSync(join(tmpdir(), 'jeonbo-hcx-chat-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const server = createHttpServer({
    ...options,
    servers: ['kakao'],
    environment: {
      HOME: home,
      PORT: '0',
      DATABASE_URL: `file:${join(home, 'store.sqlite')}`,
      KAKAO_CLIENT_ID: 'local',
      KAKAO_CLIENT_SECRET: 'local',
      KAKAO_AUTH_BASE_URL: sandbox.url,
      KAKAO_API_BASE_URL: sandbox.url,
      JEONBO_LANG: 'ko',
      ...settings,
    },
  });
  const url = await server.start();
  onTestFinished(() => server.stop());
  const model = await startModelStub();

  const environment = {
    HOME: home,
    MCP_URL: `${url}/mcp`,
    LLM_BASE_URL: model.url,
    LLM_MODEL: 'HCX-005',
    LLM_API_KEY: apiKey,
  };
  const sessions: Session[] = [];
  const secrets = new Set([apiKey]);
  const file = join(home, '.local/state/jeonbo/hcx-chat.json');
  const login = () => {
    const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Login>;
    const { tokens } = Object.values(all)[0] ?? {};
    for (const token of [tokens?.access_token, tokens?.refresh_token])
      if (token) secrets.add(token);
    return tokens;
  };
  onTestFinished(() => {
    const seen = [
      ...sessions.map(({ text }) => text()),
      JSON.stringify(model.asked.map(({ body }) => body)),
    ];
    expect([...secrets].filter((secret) => seen.join().includes(secret))).toEqual([]);
  });

  return {
    sandbox,
    model,
    environment,
    file,
    /** The tokens in the file. */
    login,
    /** What lies in the chats of everybody. */
    inbox: () => sandbox.messages().map(({ to, text }) => `${to}: ${text}`),
    chat(
      more: Parameters<typeof startChat>[1] = {},
      changed: Readonly<Record<string, string>> = {},
    ) {
      const session = startChat({ ...environment, ...changed }, more);
      sessions.push(session);
      return session;
    },
    /** What the person does with an address that the terminal shows. */
    async open(chat: Session, decision?: Decision, user = '김서연') {
      const [address] = await chat.shows(/http\S+(?=\n\n)/);
      return createBrowser(sandbox.url, user).open(address, decision);
    },
    /** A chat that is past its first log-in. */
    async start(this: { chat: () => Session; open: (chat: Session) => Promise<unknown> }) {
      const chat = this.chat();
      await this.open(chat);
      await chat.shows(/이야기합니다/);
      login();
      return chat;
    },
  };
}

interface Login {
  readonly tokens?: { readonly access_token: string; readonly refresh_token?: string };
}
