import {
  authorizationRequest,
  type Place,
  postToken,
  register,
  type Tokens,
} from '../../support/oauth.ts';
import { metadataOf } from './client-provider.ts';
import { type Listener, startListener } from './listener.ts';

/** A client that asks a person, without a library: what it hears can be looked at. */
export interface Asking extends AsyncDisposable {
  readonly listener: Listener;
  readonly state: string;
  /** To open in the person's browser. */
  readonly address: string;
  /** What the browser brings back. */
  heard(): Promise<Readonly<Record<string, string>>>;
  /** Tokens for what was heard. */
  redeem(): Promise<Tokens>;
}

export async function startAsking({ url }: Pick<Place, 'url'>, name = 'Parrot'): Promise<Asking> {
  const listener = await startListener();
  const { redirectUri } = listener;
  const client = await register(url, metadataOf(name, redirectUri));
  const query = { redirect_uri: redirectUri };
  const { address, state, verifier } = authorizationRequest(url, { client, query });
  const heard = async () => Object.fromEntries((await listener.callback).searchParams);
  return {
    listener,
    state,
    address,
    heard,
    async redeem() {
      const { code = '' } = await heard();
      const { body } = await postToken(url, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: client.client_id,
        code_verifier: verifier,
      });
      if (!body.access_token) throw new Error(`no tokens: ${JSON.stringify(body)}`);
      return body;
    },
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}
