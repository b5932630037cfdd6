export {
  accountSid,
  errorAnswer,
  feedbackAnswer,
  mediaAnswer,
  mediaSid,
  messageAnswer,
  messageSid,
  pageAnswer,
  serviceSid,
} from './answers.ts';
export type { Example, TwilioContract } from './contract.ts';
export { twilioContract } from './contract.ts';
