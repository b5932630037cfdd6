import { createMessageClient } from '@jeonbo/baas-client';
import { sendGuarded } from '../guard/send-guarded.ts';
import { nameOf } from '../messaging/inputs.ts';
import type { ToolAnswer, ToolCall } from '../tool.ts';
import { accountOf, type BaasContext, projectOf } from './context.ts';
import { named, type RecipientsInput } from './inputs.ts';
import { groupIdsOf } from './outputs.ts';
import { withProgress } from './with-progress.ts';

interface SendInput {
  readonly recipients: RecipientsInput;
  readonly message: string;
  readonly callback_number: string;
  readonly subject?: string;
  readonly image_urls?: readonly string[] | undefined;
  readonly project_id?: string | undefined;
  readonly purpose?: 'transactional' | 'ad' | 'otp' | undefined;
  readonly night_consent?: boolean | undefined;
  readonly confirm_token?: string | undefined;
}

/** What send_sms and send_mms share: the tool's words in the vocabulary of the guard rails. */
export async function send(
  kind: 'sms' | 'mms',
  input: SendInput,
  context: BaasContext,
  call: ToolCall,
): Promise<ToolAnswer> {
  const project = projectOf(context, input.project_id);
  const { subject, purpose, night_consent: nightConsent, image_urls: images } = input;
  const baas = withProgress(context.baas, input.recipients.length, call.progress);
  return sendGuarded(
    {
      action: `send_${kind}`,
      client: createMessageClient(baas, project === undefined ? {} : { projectId: project }),
      account: accountOf(context, project),
      kind,
      to: named(input.recipients),
      message: {
        text: input.message,
        from: input.callback_number,
        ...(subject !== undefined && { subject }),
        ...(images && { media: images.map((image) => new URL(image)) }),
        ...(purpose && { purpose }),
        ...(nightConsent !== undefined && { nightConsent }),
      },
      nameOf,
      confirmToken: input.confirm_token,
      describe: groupIdsOf,
      statusTool: 'get_message_status',
    },
    context,
    call,
  );
}
