import { homedir } from 'node:os';
import { join } from 'node:path';
import { texts } from './texts.ts';
import { ToldError } from './told-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ServerSettings {
  readonly url: URL;
  /** What the program shows of itself in place of registering. */
  readonly clientMetadataUrl: string | undefined;
  /** Where logins are kept. */
  readonly stateFile: string;
}

export interface ModelSettings {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | undefined;
  /** The variable that holds it, for words. */
  readonly keyName: 'CLOVA_API_KEY' | 'LLM_API_KEY';
  readonly maxTokens: number | undefined;
}

const clovaUrl = 'https://clovastudio.stream.ntruss.com/v1/openai';
const clovaModel = 'HCX-005';

/**
 * What HCX models want of `max_tokens` beside tools: 1,024 or more, and HCX-005 writes no more than 4,096.
 * https://api.ncloud-docs.com/docs/clovastudio-chatcompletionsv3-fc
 */
const hcxTokens = { least: 1024, usual: 2048, most: 4096 };

/** @throws ToldError */
export function readServerSettings(environment: Environment): ServerSettings {
  const { MCP_URL, CLIENT_METADATA_URL, XDG_STATE_HOME } = environment;
  const url = safeUrl('MCP_URL', MCP_URL || 'http://127.0.0.1:4020/mcp');
  if (CLIENT_METADATA_URL && !isDocument(CLIENT_METADATA_URL))
    throw new ToldError(texts.wrongMetadataUrl);
  const stateHome = XDG_STATE_HOME || join(environment.HOME || homedir(), '.local', 'state');
  return {
    url,
    clientMetadataUrl: CLIENT_METADATA_URL || undefined,
    stateFile: join(stateHome, 'jeonbo', 'hcx-chat.json'),
  };
}

/** @throws ToldError */
export function readModelSettings(environment: Environment): ModelSettings {
  const { CLOVA_API_KEY, LLM_API_KEY, LLM_BASE_URL, LLM_MODEL, LLM_MAX_TOKENS } = environment;
  const url = safeUrl('LLM_BASE_URL', LLM_BASE_URL || clovaUrl);
  const baseUrl = url.href.replace(/\/+$/, '');
  // A key is for the one who gave it out: Naver's goes to no other host.
  const isClova = url.host === new URL(clovaUrl).host;
  const model = LLM_MODEL || (isClova ? clovaModel : undefined);
  if (!model) throw new ToldError(texts.missingModel);
  const apiKey = (isClova && CLOVA_API_KEY) || LLM_API_KEY || undefined;
  if (!apiKey && isClova) throw new ToldError(texts.missingClovaKey);
  if (!apiKey && !isLoopback(url)) throw new ToldError(texts.missingKey(url.host));
  return {
    baseUrl,
    model,
    apiKey,
    keyName: isClova && CLOVA_API_KEY ? 'CLOVA_API_KEY' : 'LLM_API_KEY',
    maxTokens: maxTokens(LLM_MAX_TOKENS, model),
  };
}

function maxTokens(given: string | undefined, model: string): number | undefined {
  const isHcx = /^hcx/i.test(model);
  // Others have defaults of their own, and some refuse the field.
  if (!given) return isHcx ? hcxTokens.usual : undefined;
  const least = isHcx ? hcxTokens.least : 1;
  const most = isHcx && model === clovaModel ? hcxTokens.most : 1_000_000;
  const tokens = Number(given);
  if (!Number.isInteger(tokens) || tokens < least || tokens > most)
    throw new ToldError(texts.wrongTokens(least, most));
  return tokens;
}

/** Keys and tokens travel over TLS, or do not leave this machine. */
function safeUrl(name: string, given: string): URL {
  if (!URL.canParse(given)) throw new ToldError(texts.wrongUrl(name));
  const url = new URL(given);
  if (!isSafe(url) || url.username || url.password) throw new ToldError(texts.wrongUrl(name));
  return url;
}

export function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function isDocument(given: string): boolean {
  if (!URL.canParse(given)) return false;
  const { protocol, pathname } = new URL(given);
  return protocol === 'https:' && pathname !== '/';
}
