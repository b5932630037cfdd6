import type { ElicitRequestParams, ElicitResult } from '@modelcontextprotocol/client';
import { objectOf } from '../model/gather.ts';
import { isSafe } from '../settings.ts';
import { isYes, type Terminal } from '../terminal/terminal.ts';
import { texts } from '../texts.ts';

type Answer = string | number | boolean;

/** Puts a server's question to the person: whether a send may go out, or to open a link and come back. */
export function createElicit(terminal: Terminal) {
  return async (params: ElicitRequestParams, signal?: AbortSignal): Promise<ElicitResult> => {
    terminal.say(`${texts.serverAsks}\n${params.message}`);
    return 'url' in params
      ? showLink(params.url, terminal, signal)
      : fillForm(params.requestedSchema, terminal, signal);
  };
}

async function showLink(
  given: string,
  terminal: Terminal,
  signal: AbortSignal | undefined,
): Promise<ElicitResult> {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !isSafe(url)) {
    terminal.say(texts.wrongLink(given));
    return { action: 'decline' };
  }
  // Written as the browser will read it: letters of other scripts that look the same are seen.
  terminal.say(texts.openLink(url.host, url.href));
  const answer = await terminal.ask(texts.linkDone, signal);
  if (answer === undefined) terminal.say(texts.linkAfterwards);
  if (answer === undefined) return { action: 'cancel' };
  return { action: answer.trim() === '' || isYes(answer) ? 'accept' : 'decline' };
}

async function fillForm(
  { properties, required = [] }: { properties: object; required?: string[] | undefined },
  terminal: Terminal,
  signal: AbortSignal | undefined,
): Promise<ElicitResult> {
  const content: Record<string, Answer> = {};
  for (const [name, field] of Object.entries(properties)) {
    const answer = await askFor(name, objectOf(field), terminal, signal);
    if (answer === undefined && required.includes(name)) return { action: 'cancel' };
    if (answer !== undefined) content[name] = answer;
  }
  return { action: 'accept', content };
}

/** One field. An empty line, or nobody to ask, leaves it out. */
async function askFor(
  name: string,
  field: Record<string, unknown>,
  terminal: Terminal,
  signal: AbortSignal | undefined,
): Promise<Answer | undefined> {
  const title = typeof field.title === 'string' ? field.title : name;
  const { type } = field;
  const choices = Array.isArray(field.enum) ? field.enum.map(String) : undefined;
  const hint =
    type === 'boolean'
      ? texts.yesOrNo
      : choices
        ? texts.chooseOne(choices)
        : (field.description ?? '');
  for (;;) {
    const answer = (await terminal.ask(`${title} ${hint}`.trim(), signal))?.trim();
    if (!answer) return undefined;
    if (type === 'boolean') return isYes(answer);
    if (type !== 'number' && type !== 'integer') {
      if (!choices || choices.includes(answer)) return answer;
    } else if (Number.isFinite(Number(answer))) return Number(answer);
    terminal.say(texts.notUnderstood);
  }
}
