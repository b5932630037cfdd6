// The public surface of @jeonbo/core. What is not named here, or in ./phone, ./text, ./http, ./ledger and ./testing,
// is internal and may change.
export type { BulkOptions, BulkOutcome, BulkProgress } from './bulk.ts';
export { sendInChunks } from './bulk.ts';
export type { ErrorCode } from './codes.ts';
export { errorCodes } from './codes.ts';
export type { JeonboErrorOptions } from './error.ts';
export { JeonboError } from './error.ts';
export type { Language } from './error-texts.ts';
export { errorTexts } from './error-texts.ts';
export type { FirstOfOptions } from './first-of.ts';
export { firstOf } from './first-of.ts';
export { httpStatus } from './http-status.ts';
export type { CheckResult, Issue, TextMeasure } from './issue.ts';
export { distinctIssues, issuesError } from './issue.ts';
export { maskPhoneNumber, maskPhoneNumbersIn } from './mask.ts';
export type {
  CallOptions,
  Capabilities,
  DeliveryCounts,
  DeliveryReport,
  DeliveryStatus,
  MessageClient,
  MessageReport,
  OutboundMessage,
  ReceiptPart,
  Recipient,
  SendFailure,
  SendReceipt,
  TemplateVariables,
} from './messages.ts';
export { render } from './render.ts';
export { aggregateStatus, countDeliveries } from './report.ts';
export { sendParts } from './send-parts.ts';
export type { WaitOptions } from './wait-for-delivery.ts';
export { waitForDelivery } from './wait-for-delivery.ts';
export type { WarningCode } from './warnings.ts';
export { warningCodes, warningTexts } from './warnings.ts';
