import type { Alert } from './budgets.ts';
import type { ChosenAlert } from './send-alert.ts';

const longestLine = 120;

/** What the model may call. Whom it reaches and what the numbers are is not its business. */
export function toolFor(due: readonly Alert[]) {
  return {
    type: 'function',
    function: {
      name: 'send_budget_alert',
      description: 'Sends the alert of one budget to its owner by SMS. Once for each category.',
      parameters: {
        type: 'object',
        properties: {
          category: { type: 'string', enum: due.map(({ category }) => category) },
          custom_message: {
            type: 'string',
            maxLength: longestLine,
            description: 'One friendly line, or empty. No link.',
          },
        },
        required: ['category', 'custom_message'],
        additionalProperties: false,
      },
    },
  } as const;
}

export type Reading = { readonly alert: ChosenAlert } | { readonly refused: string };

/** Reads what the model asked for, strictly: it is text from outside, and a message to a person may come of it. */
export function readRequest(name: unknown, given: unknown, due: readonly Alert[]): Reading {
  if (name !== 'send_budget_alert') return { refused: 'There is no such tool.' };
  const input = parse(given);
  if (!input) return { refused: 'The arguments are not one JSON object.' };
  const { category, custom_message, ...more } = input;
  const extra = Object.keys(more);
  if (extra.length > 0) return { refused: `There is no parameter ${extra.join(', ')}.` };
  const alert = due.find((one) => one.category === category);
  if (!alert) return { refused: 'No alert is due for this category, or it was chosen before.' };
  if (typeof custom_message !== 'string') return { refused: 'custom_message must be a text.' };
  const line = custom_message.trim();
  if (line.length > longestLine || /\p{Cc}/u.test(line))
    return { refused: `custom_message must be one line of at most ${longestLine} characters.` };
  // A link that a model made up is what a fraudulent message looks like.
  if (/:\/\/|www\.|\b[\w-]+\.[a-z]{2,}\b/i.test(line))
    return { refused: 'custom_message must not hold a link.' };
  return { alert: { ...alert, customMessage: line } };
}

function parse(given: unknown): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(String(given));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
