import type {
  CheckResult,
  Language,
  OutboundMessage,
  SendFailure,
  SendReceipt,
} from '@jeonbo/core';
import { describeIssues, type Reader } from '../issues.ts';
import type { ToolAnswer } from '../tool.ts';
import type { Words } from '../words.ts';
import { confirmationMs } from './confirm.ts';
import type { GuardedSend } from './send-guarded.ts';
import { maskRecipient, questionText, type Summary } from './summary.ts';

/** Failed recipients that are named; the counts are always whole. */
const mostFailures = 20;

export function dryRunAnswer(
  summary: Summary,
  message: OutboundMessage,
  check: CheckResult,
  reader: Reader,
): ToolAnswer {
  const text = {
    en: `Dry run (JEONBO_DRY_RUN): everything was checked, nothing was sent to ${recipients(message.to.length)}.`,
    ko: `모의 실행(JEONBO_DRY_RUN)입니다. 확인만 했고 ${message.to.length}명에게 아무것도 보내지 않았습니다.`,
  }[reader.language];
  const data = { success: true, dry_run: true, message: text, sent_count: 0, failed_count: 0 };
  const warnings = describeIssues(check.warnings, reader);
  return { data: { ...data, summary, warnings }, text };
}

export function heldAnswer(
  token: string,
  summary: Summary,
  check: CheckResult,
  reader: Reader,
): ToolAnswer {
  const text = {
    en: `Nothing was sent: a send to ${recipients(summary.recipients)} needs a confirmation. Show the summary to the user; only after they agree, call again with the same arguments and confirm_token.`,
    ko: `아직 보내지 않았습니다. ${summary.recipients}명 발송은 확인이 필요합니다. 사용자에게 요약을 보여 주고, 동의한 뒤에만 같은 인자에 confirm_token을 더해 다시 호출하세요.`,
  }[reader.language];
  return {
    data: {
      success: false,
      confirmation_required: true,
      message: text,
      summary,
      confirm_token: token,
      expires_in_seconds: confirmationMs / 1000,
      sent_count: 0,
      failed_count: 0,
      warnings: describeIssues(check.warnings, reader),
    },
    text: `${text}\n${JSON.stringify({ summary, confirm_token: token })}`,
  };
}

export function questionFor(
  state: string,
  message: OutboundMessage,
  summary: Summary,
  language: Language,
): ToolAnswer {
  const label = { en: 'Send it', ko: '보내기' }[language];
  return { question: { message: questionText(message, summary, language), label, state } };
}

export function sentAnswer(
  receipt: SendReceipt,
  check: CheckResult,
  { describe, tell, statusTool }: Pick<GuardedSend, 'describe' | 'tell' | 'statusTool'>,
  reader: Reader,
): ToolAnswer {
  const { accepted, rejected, unknown, duplicate } = receipt;
  const sentences: Words[] = [
    duplicate
      ? {
          en: 'The same message was accepted before; nothing was sent now. This is the first receipt.',
          ko: '같은 메시지가 이미 접수되어 이번에는 보내지 않았습니다. 처음 접수 결과입니다.',
        }
      : acceptedWords(accepted.length, statusTool),
  ];
  if (rejected.length > 0)
    sentences.push({
      en: `${rejected.length} were refused.`,
      ko: `${rejected.length}명은 거부되었습니다.`,
    });
  if (unknown.length > 0)
    sentences.push({
      en: `For ${unknown.length} it is not known whether it was sent: do not send it to them again.`,
      ko: `${unknown.length}명은 발송 여부를 알 수 없습니다. 이들에게 다시 보내지 마세요.`,
    });
  const text = sentences.map((sentence) => sentence[reader.language]).join(' ');
  const own = describe(receipt);
  const failures = tell ? [] : [...unknown, ...rejected].slice(0, mostFailures).map(describeFailed);
  const warnings = [...check.warnings, ...receipt.warnings];
  return {
    data: {
      success: true,
      ...own,
      message: text,
      sent_count: accepted.length,
      failed_count: rejected.length,
      ...(unknown.length > 0 && { unknown_count: unknown.length }),
      ...(duplicate && { duplicate }),
      ...(failures.length > 0 && { failures }),
      warnings: describeIssues(warnings, reader),
    },
    // Hosts that show a model the text alone still have to hand it the id.
    text: tell ? `${text}\n${tell(receipt)}` : [text, ...plainFields(own)].join(' '),
  };
}

function acceptedWords(count: number, statusTool: string | undefined): Words {
  const advice = {
    en: statusTool === undefined ? '' : ` Accepted is not delivered: ask ${statusTool}.`,
    ko: statusTool === undefined ? '' : ` 접수는 수신 완료가 아니므로 ${statusTool}로 확인하세요.`,
  };
  return {
    en: `Accepted for ${recipients(count)}.${advice.en}`,
    ko: `${count}명 발송이 접수되었습니다.${advice.ko}`,
  };
}

function plainFields(own: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(own).map(
    ([name, value]) =>
      `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );
}

function recipients(count: number): string {
  return count === 1 ? '1 recipient' : `${count} recipients`;
}

function describeFailed({ recipient, error }: SendFailure) {
  return {
    recipient: maskRecipient(recipient),
    error_code: error.code,
    may_have_been_sent: error.mayHaveBeenSent,
  };
}
