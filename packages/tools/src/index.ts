// What the servers build on. Tools know no transport; only ./bind.ts knows the MCP SDK.
export type { BaasContext } from './baas/context.ts';
export { baasToolset } from './baas/toolset.ts';
export type { McpServerSettings } from './bind.ts';
export { createMcpServer } from './bind.ts';
export type { CallOptions, CallResult } from './call-tool.ts';
export { callTool } from './call-tool.ts';
export type { AllowedRecipients } from './guard/allowed-recipients.ts';
export type { BookEntry, RecipientBook } from './guard/recipient-book.ts';
export type { Environment, GuardSettings, SettingProblem } from './guard/settings.ts';
export { checkGuardSettings, readGuardSettings } from './guard/settings.ts';
export type { KakaoContext } from './kakao/context.ts';
export { kakaoToolset } from './kakao/toolset.ts';
export type { Tool, ToolContext } from './tool.ts';
export type { Toolset } from './toolset.ts';
export type { TwilioContext, TwilioSender } from './twilio/context.ts';
export { twilioToolset } from './twilio/toolset.ts';
export type { Words } from './words.ts';
