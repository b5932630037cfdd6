import type { Choose } from './agent.ts';
import { chooseAll } from './agent.ts';
import type { Alert } from './budgets.ts';
import { readRequest, toolFor } from './model-request.ts';
import type { ChosenAlert } from './send-alert.ts';

export interface ModelOptions {
  readonly apiKey: string;
  /** Anything that speaks chat completions. Default `https://api.openai.com/v1`. */
  readonly baseUrl?: string | undefined;
  /** Default `gpt-4o-mini`. */
  readonly model?: string | undefined;
  readonly fetch?: typeof globalThis.fetch;
  /** Told where the model failed and the rule decided. */
  readonly onFailure?: (error: unknown) => void;
}

/** Answers of the model. One usually has all its calls; what it asks wrongly it may mend twice. */
const maxRounds = 3;
const answerMs = 60_000;

const instructions = `You decide which budget alerts a person gets by SMS. Call send_budget_alert once for each budget that
deserves one: every budget at or above its limit, and those that will likely go over it. The amounts are added by the
program. Add a short friendly line where it helps. When you are done, answer without a call.`;

/** Lets a model choose. Where it fails the rule decides: a person should not miss an alert because a model is down. */
export function chooseByModel(options: ModelOptions): Choose {
  return async (due) => {
    const chosen: ChosenAlert[] = [];
    try {
      await converse(due, chosen, options);
      return chosen;
    } catch (error) {
      options.onFailure?.(error);
      return chooseAll(due);
    }
  };
}

async function converse(
  due: readonly Alert[],
  chosen: ChosenAlert[],
  options: ModelOptions,
): Promise<void> {
  // What people wrote into their transactions stays here: it could hold instructions.
  const facts = due.map(({ category, spent, budget, currency }) => ({
    category,
    spent,
    budget,
    currency,
  }));
  const messages: unknown[] = [
    { role: 'system', content: instructions },
    { role: 'user', content: JSON.stringify(facts) },
  ];
  for (let round = 0; round < maxRounds; round++) {
    const left = due.filter(({ key }) => !chosen.some((one) => one.key === key));
    if (left.length === 0) return;
    const { message, calls } = await ask(messages, left, options);
    if (calls.length === 0) return;
    messages.push(message);
    for (const { id, function: call } of calls) {
      const open = left.filter(({ key }) => !chosen.some((one) => one.key === key));
      const reading = readRequest(call?.name, call?.arguments, open);
      if ('alert' in reading) chosen.push(reading.alert);
      const content = 'alert' in reading ? 'It will be sent.' : reading.refused;
      messages.push({ role: 'tool', tool_call_id: id, content });
    }
  }
}

interface Call {
  readonly id?: string;
  readonly function?: { readonly name?: unknown; readonly arguments?: unknown };
}

async function ask(messages: readonly unknown[], left: readonly Alert[], options: ModelOptions) {
  const { apiKey, baseUrl, model, fetch = globalThis.fetch } = options;
  const url = `${(baseUrl || 'https://api.openai.com/v1').replace(/\/+$/, '')}/chat/completions`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ model: model || 'gpt-4o-mini', messages, tools: [toolFor(left)] }),
    // The key must not follow to another host.
    redirect: 'error',
    signal: AbortSignal.timeout(answerMs),
  });
  if (!response.ok) throw new Error(`The model's endpoint answered ${response.status}.`);
  const answer = (await response.json()) as {
    choices?: { message?: { tool_calls?: Call[] | null } }[];
  };
  const message = answer.choices?.[0]?.message;
  if (!message) throw new Error("The model's endpoint answered without a message.");
  const calls = message.tool_calls ?? [];
  if (!Array.isArray(calls))
    throw new Error("The model's endpoint answered with no list of calls.");
  return { message, calls };
}
