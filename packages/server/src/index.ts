// What the apps that serve tools are made of. Nothing here knows a transport.
export { baasContext } from './baas/context.ts';
export type { ClientParts } from './client-parts.ts';
export { languageOf } from './language.ts';
export type { Log } from './log.ts';
export { createLog, jsonLines, logged } from './log.ts';
export type { OpenStore } from './open-store.ts';
export { openStore } from './open-store.ts';
export { redactText, secretsIn } from './redact.ts';
export { suggest } from './suggest.ts';
export { twilioContext } from './twilio/context.ts';
export type { Environment, LogEntry, LogLevel } from './types.ts';
export type { ToolRun, WatchedTools } from './watch-tools.ts';
export { logToolRun, watchTools } from './watch-tools.ts';
export { within } from './within.ts';
