import {
  type CompleteResult,
  type GetPromptResult,
  type Prompt as ListedPrompt,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { OperationContext } from '../../operations/define-operation.ts';
import type { Language } from '../../types.ts';
import { completeDomain } from '../complete.ts';
import { organizeDomain } from './organize-domain.ts';
import type { Prompt } from './prompt.ts';
import { summarizeDomain } from './summarize-domain.ts';

const prompts: readonly Prompt[] = [organizeDomain, summarizeDomain];

export function listPrompts(language: Language): ListedPrompt[] {
  return prompts.map(({ name, title, description, arguments: parameters }) => ({
    name,
    title: title[language],
    description: description[language],
    arguments: parameters.map((one) => ({
      name: one.name,
      description: one.description[language],
      required: one.required,
    })),
  }));
}

/** @throws ProtocolError, UrlDbError */
export async function getPrompt(
  name: string,
  values: Readonly<Record<string, string>>,
  context: OperationContext,
): Promise<GetPromptResult> {
  const prompt = promptOf(name);
  const missing = prompt.arguments.find((one) => one.required && !values[one.name]);
  if (missing) throw refused(`Argument ${missing.name} is missing`);
  const unknown = Object.keys(values).find((key) =>
    prompt.arguments.every((one) => one.name !== key),
  );
  if (unknown !== undefined) throw refused(`There is no argument ${unknown}`);
  const text = await prompt.build(values, context);
  const description = prompt.description[context.language];
  return { description, messages: [{ role: 'user', content: { type: 'text', text } }] };
}

/** @throws ProtocolError */
export async function completePrompt(
  name: string,
  argument: { readonly name: string; readonly value: string },
  context: OperationContext,
): Promise<CompleteResult['completion']> {
  const known = promptOf(name).arguments.find((one) => one.name === argument.name);
  return known?.complete === 'domain' ? completeDomain(argument.value, context) : { values: [] };
}

function promptOf(name: string): Prompt {
  const prompt = prompts.find((one) => one.name === name);
  if (!prompt) throw refused(`Prompt ${name} not found`);
  return prompt;
}

function refused(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
