import type { CallToolResult, Tool } from '@modelcontextprotocol/client';
import type { FunctionTool, ModelCall } from '../model/messages.ts';
import { brief } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { texts } from '../texts.ts';
import { functionsOf } from './functions.ts';
import { consentLink, type Outcome, outcomeOf, outcomeOfError } from './outcome.ts';
import { readArguments, sameText } from './read-arguments.ts';

/** Sends of one question that go out before the person is asked. The server asks by itself for many receivers of one. */
const sendsUnasked = 3;
/** What the model gets to read of a result, in characters. */
const longestResult = 8_000;

export interface ToolServer {
  readonly tools: readonly Tool[];
  call(
    name: string,
    given: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<CallToolResult>;
}

/** Does what the model asked for, and says in JSON what came of it. Never throws. */
type RunCall = (call: ModelCall, signal: AbortSignal) => Promise<string>;

export interface Toolbox {
  readonly definitions: readonly FunctionTool[];
  /** For the calls of one question. */
  forQuestion(): RunCall;
}

export function createToolbox(server: ToolServer, terminal: Terminal): Toolbox {
  const functions = functionsOf(server.tools);
  /** Sends of which nobody knows how they ended, over all questions. */
  const uncertain = new Set<string>();

  async function callOnce(
    tool: Tool,
    given: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ) {
    try {
      const result = await server.call(tool.name, given, signal);
      // Not by the model, which may write it wrongly or lead elsewhere.
      const link = consentLink(result);
      if (link) terminal.say(texts.openLink(link.host, link.href));
      return { outcome: outcomeOf(result), ...describe(result) };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { outcome: outcomeOfError(error), text, data: { error: brief(text) } };
    }
  }

  function forQuestion(): RunCall {
    let sends = 0;
    let isUncertain = false;

    /** Why a send does not go out, in words for the model. */
    async function objection(what: string, signal: AbortSignal): Promise<string | undefined> {
      if (isUncertain)
        return '결과를 알 수 없는 발송이 있어 이 질문에서는 더 보내지 않습니다. 사용자에게 알리세요.';
      const isAgreed =
        (!uncertain.has(what) || (await terminal.agrees(texts.sendAgain, signal))) &&
        (sends < sendsUnasked || (await terminal.agrees(texts.sendMore(sends), signal)));
      return isAgreed ? undefined : '사용자가 발송에 동의하지 않았습니다. 다시 시도하지 마세요.';
    }

    return async ({ function: { name, arguments: json } }, signal) => {
      const tool = functions.get(name)?.tool;
      if (!tool)
        return refusal(
          `${name}라는 도구는 없습니다. 있는 도구: ${[...functions.keys()].join(', ')}`,
        );
      const reading = readArguments(json);
      if ('refused' in reading) return refusal(reading.refused);
      if (signal.aborted) return refusal('사용자가 멈췄습니다. 호출하지 않았습니다.');

      const { given } = reading;
      const isSend = tool.annotations?.readOnlyHint !== true;
      const what = `${name} ${sameText(given)}`;
      terminal.say(texts.calling(tool.title ?? name, brief(JSON.stringify(given))));
      const why = isSend ? await objection(what, signal) : undefined;
      if (why) return refusal(why);

      if (isSend) sends += 1;
      const { outcome, text, data } = await callOnce(tool, given, signal);
      if (isSend) {
        terminal.say(texts[outcome](brief(text)));
        if (outcome === 'unknown') {
          isUncertain = true;
          uncertain.add(what);
        }
      }
      return cap(JSON.stringify({ outcome: wordsFor[outcome], result: data }));
    };
  }

  return { definitions: [...functions.values()].map(({ definition }) => definition), forQuestion };
}

const wordsFor: Readonly<Record<Outcome, string>> = {
  done: '성공',
  failed: '실패: 아무것도 보내지 않았습니다',
  unknown: '알 수 없음: 보냈을 수도 있으니 절대 다시 보내지 말고 사용자에게 알리세요',
};

function describe({ content, structuredContent }: CallToolResult) {
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
  return { text, data: structuredContent ?? text };
}

function refusal(error: string): string {
  return JSON.stringify({ error });
}

function cap(text: string): string {
  return text.length > longestResult ? `${text.slice(0, longestResult)}…(줄임)` : text;
}
