import {
  Client,
  OAuthError,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import type { ServerSettings } from '../settings.ts';
import { brief } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { texts } from '../texts.ts';
import { ToldError } from '../told-error.ts';
import type { ToolServer } from '../tools/toolbox.ts';
import { createElicit } from './elicit.ts';
import { openLoginFile } from './login-file.ts';
import { listenForLogin } from './login-listener.ts';
import { createOAuthProvider } from './oauth-provider.ts';

/** A call may wait for a person who reads what they agree to, in milliseconds. */
const callPatienceMs = 10 * 60_000;

export interface Connection extends ToolServer {
  close(): Promise<void>;
}

/**
 * Connects to the MCP server, with a log-in where it wants one: at the start, or later when a login is over.
 *
 * @throws ToldError
 */
export async function connect(
  settings: ServerSettings,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Connection> {
  const { url, clientMetadataUrl } = settings;
  const file = openLoginFile(settings.stateFile, loginName(settings));
  const listener = await listenForLogin(file.read().port);
  const show = (address: string) => terminal.say(texts.logIn(address));
  const authProvider = createOAuthProvider({ file, listener, clientMetadataUrl, show });
  let transport = new StreamableHTTPClientTransport(url, { authProvider });

  /** A request that was refused for want of a login was not begun, so it may be repeated after one. */
  async function withLogin<Result>(
    action: () => Promise<Result>,
    stop: AbortSignal,
  ): Promise<Result> {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof UnauthorizedError)) throw error;
      await transport.finishAuth(await listener.answer(stop)).catch(asLoginError);
      terminal.say(texts.loggedIn);
      return action();
    }
  }

  async function open(): Promise<Client> {
    const client = new Client(
      { name: 'jeonbo-hcx-chat', version: '1.0.0' },
      {
        capabilities: { elicitation: { form: {}, url: {} } },
        versionNegotiation: { mode: 'auto' },
      },
    );
    const elicit = createElicit(terminal);
    client.setRequestHandler('elicitation/create', ({ params }, { mcpReq }) =>
      elicit(params, mcpReq.signal),
    );
    // A transport starts once.
    transport = new StreamableHTTPClientTransport(url, { authProvider });
    await client.connect(transport, { signal });
    return client;
  }

  try {
    const client = await withLogin(open, signal);
    const { tools } = await client.listTools();
    return {
      tools,
      call: (name, given, stop) =>
        withLogin(
          () =>
            client.callTool(
              { name, arguments: { ...given } },
              { signal: stop, timeout: callPatienceMs },
            ),
          stop,
        ),
      async close() {
        listener.close();
        await client.close();
      },
    };
  } catch (error) {
    listener.close();
    if (error instanceof ToldError) throw error;
    if (signal.aborted) throw new ToldError(texts.stopped);
    throw new ToldError(texts.noServer(url.href, reasonOf(error)), { cause: error });
  }
}

/** Under which name a login is kept. As another client it is another login. */
export function loginName({ url, clientMetadataUrl }: ServerSettings): string {
  return clientMetadataUrl ? `${url.href} ${clientMetadataUrl}` : url.href;
}

function asLoginError(error: unknown): never {
  if (error instanceof OAuthError && error.code === 'access_denied')
    throw new ToldError(texts.loginRefused);
  throw new ToldError(texts.loginFailed(reasonOf(error)), { cause: error });
}

function reasonOf(error: unknown): string {
  const { code } = (error instanceof Error && (error.cause as { code?: unknown })) || {};
  return typeof code === 'string'
    ? code
    : brief(error instanceof Error ? error.message : String(error));
}
