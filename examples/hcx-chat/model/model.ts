import type { ModelSettings } from '../settings.ts';
import { texts } from '../texts.ts';
import { ToldError } from '../told-error.ts';
import type { FunctionTool, Message, ModelAnswer } from './messages.ts';
import { modelError } from './model-error.ts';
import { readAnswer } from './read-answer.ts';

/** How long one answer may take, in milliseconds. */
const patienceMs = 120_000;

interface ModelRequest {
  readonly messages: readonly Message[];
  readonly tools: readonly FunctionTool[];
  readonly signal: AbortSignal;
  /** Each piece of the text, as it arrives. */
  readonly onText: (piece: string) => void;
}

/** @throws ToldError, or the signal's reason */
export type Model = (request: ModelRequest) => Promise<ModelAnswer>;

/** A model behind an endpoint that speaks chat completions. */
export function createModel(settings: ModelSettings): Model {
  const { baseUrl, model, apiKey, maxTokens } = settings;
  let streams = true;

  function post({ messages, tools }: ModelRequest, stream: boolean, signal: AbortSignal) {
    return fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({
        model,
        messages,
        ...(tools.length > 0 && { tools, tool_choice: 'auto' }),
        ...(maxTokens && { max_tokens: maxTokens }),
        stream,
      }),
      // The key goes to the address that was set, and nowhere else.
      redirect: 'error',
      signal,
    });
  }

  async function ask(request: ModelRequest, signal: AbortSignal): Promise<ModelAnswer> {
    let response = await post(request, streams, signal);
    if (response.status === 400 && streams) {
      // Some endpoints do not stream where there are tools. The question asks again; nothing was done by it.
      const whole = await post(request, false, signal);
      if (whole.ok) streams = false;
      await response.body?.cancel();
      response = whole;
    }
    if (!response.ok) throw await modelError(response, settings);
    return readAnswer(response, request.onText);
  }

  return async (request) => {
    try {
      return await ask(request, AbortSignal.any([request.signal, AbortSignal.timeout(patienceMs)]));
    } catch (error) {
      request.signal.throwIfAborted();
      if (error instanceof ToldError) throw error;
      const isTooSlow = error instanceof DOMException && error.name === 'TimeoutError';
      throw new ToldError(isTooSlow ? texts.modelTooSlow : texts.modelAway(baseUrl), {
        cause: error,
      });
    }
  };
}
