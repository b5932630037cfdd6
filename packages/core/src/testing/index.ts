export type { ConformanceCase, ConformanceSubject } from './conformance.ts';
export { providerConformance } from './conformance.ts';
export type { Script, ScriptedClient } from './scripted-client.ts';
export { scriptedClient } from './scripted-client.ts';
