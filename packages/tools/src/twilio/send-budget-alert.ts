import * as z from 'zod/mini';
import { sending } from '../annotations.ts';
import { text } from '../json-schema.ts';
import { defineTool, type ToolAnswer, type ToolCall } from '../tool.ts';
import { alertText, type BudgetAlert } from './alert-text.ts';
import type { TwilioContext } from './context.ts';
import { plainNumbers, plainPeople, type ToInput, words } from './inputs.ts';
import { recipientsOf, withVariables } from './recipients.ts';
import { send } from './send.ts';
import { messagesOutput } from './sent.ts';

const about = {
  name: 'send_budget_alert',
  title: { en: 'Send a budget alert', ko: '예산 알림 보내기' },
  description: {
    en: 'Sends a short text about one budget now: "[!] SpendWise: Groceries / CHF 85/100 (85%)". The tool computes the percentage and the mark ([OK], from 80% [!], from 100% [!!]) and answers the text it sent. Use it once for each budget that needs one; for any other text use send_sms. Costs money.',
    ko: '예산 하나의 상황을 짧은 문자로 지금 보냅니다: "[!] SpendWise: Groceries / CHF 85/100 (85%)". 비율과 표시([OK], 80%부터 [!], 100%부터 [!!])는 도구가 계산하고 보낸 문구를 돌려줍니다. 알릴 예산마다 한 번만 쓰고, 다른 글은 send_sms를 쓰세요. 요금이 듭니다.',
  },
  output: { ...messagesOutput, optional: { ...messagesOutput.optional, text } },
  annotations: sending,
} as const;

const amount = z.number().check(z.gte(0));

const alertFields = {
  category: z.string(),
  spent: amount,
  budget: amount,
  currency: z._default(z.string(), 'CHF'),
  custom_message: z._default(z.string(), ''),
  confirm_token: z.optional(z.string()),
};

const alertWords = {
  to: words.plainTo,
  confirm_token: words.confirm_token,
  category: { en: 'Name of the budget', ko: '예산 이름' },
  spent: { en: 'Spent so far', ko: '지금까지 쓴 금액' },
  budget: { en: 'What may be spent; 0: none was set', ko: '예산 금액, 0이면 정해지지 않음' },
  currency: { en: 'As it should be written', ko: '표시할 통화' },
  custom_message: { en: 'One more line', ko: '덧붙일 한 줄' },
};

interface Input extends BudgetAlert {
  readonly to?: ToInput;
  readonly confirm_token?: string | undefined;
}

export const sendBudgetAlert = defineTool({
  ...about,
  input: z.strictObject({ to: plainNumbers, ...alertFields }),
  parameters: alertWords,
  handler: (input, context: TwilioContext, call) => sendAlert(input, context, call),
});

/** The same where the operator's book says who can be reached. */
export const sendBudgetAlertToPeople = defineTool({
  ...about,
  input: z.strictObject({ to: plainPeople, ...alertFields }),
  parameters: { ...alertWords, to: words.plainPeople },
  handler: (input, context: TwilioContext, call) => sendAlert(input, context, call),
});

async function sendAlert(
  input: Input,
  context: TwilioContext,
  call: ToolCall,
): Promise<ToolAnswer> {
  const alert = alertText(input, context.alertTitle);
  const answer = await send(
    {
      action: 'send_budget_alert',
      to: withVariables(recipientsOf(input.to, context), { alert }),
      // What somebody wrote into a category is no placeholder.
      message: { text: alert.includes('#{') ? '#{alert}' : alert },
      confirmToken: input.confirm_token,
    },
    context,
    call,
  );
  if ('question' in answer) return answer;
  return { data: { ...answer.data, text: alert }, text: `${answer.text}\n${alert}` };
}
