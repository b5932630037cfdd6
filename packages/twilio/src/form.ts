import { recipientAddress, senderAddress } from './address.ts';
import type { MessageInput } from './message-types.ts';
import { toSeconds } from './pages.ts';

/** Every field and what it becomes on the wire. Total over the input, so that nothing is left behind. */
const fields: { readonly [Name in keyof Required<MessageInput>]: Write<MessageInput[Name]> } = {
  to: recipientAddress,
  from: senderAddress,
  messagingServiceSid: String,
  fallbackFrom: senderAddress,
  body: String,
  mediaUrl: (urls) => urls.map(String),
  contentSid: String,
  contentVariables: (variables) =>
    typeof variables === 'string' ? variables : JSON.stringify(variables),
  statusCallback: String,
  applicationSid: String,
  validityPeriod: String,
  sendAt: toSeconds,
  sendAsMms: String,
  smartEncoded: String,
  shortenUrls: String,
  provideFeedback: String,
  attempt: String,
  contentRetention: String,
  addressRetention: String,
  persistentAction: (actions) => actions,
  riskCheck: String,
  trafficType: String,
  messageIntent: String,
};

type Write<Value> = (value: NonNullable<Value>) => string | readonly string[] | undefined;

/** The body of `POST …/Messages.json`: `mediaUrl` becomes `MediaUrl`, repeated for each. */
export function messageForm(input: MessageInput): URLSearchParams {
  const form = new URLSearchParams();
  for (const name of Object.keys(fields) as (keyof MessageInput)[]) {
    const value = input[name];
    // An empty text beside media is no text.
    if (value === undefined || value === '') continue;
    const written = (fields[name] as Write<unknown>)(value) ?? [];
    const key = name.charAt(0).toUpperCase() + name.slice(1);
    for (const one of [written].flat()) form.append(key, one);
  }
  if (input.sendAt) form.set('ScheduleType', 'fixed');
  return form;
}
