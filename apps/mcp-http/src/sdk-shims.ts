// Stands for the SDK's `_shims` of Node in the bundle (see tsup.config.ts): the same, with the SDK's other JSON Schema
// validator. All that it has to hold is a person's answer to a question, for which AJV is 120 kB too many at each start.
export { default as process } from 'node:process';
export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker';
