// What is not needed to serve, in one chunk of its own.
export { audit } from './audit/audit.ts';
export { call } from './call/call.ts';
export { check } from './check/check.ts';
export { help, printVersion } from './help.ts';
export { printConfig } from './print-config/print-config.ts';
