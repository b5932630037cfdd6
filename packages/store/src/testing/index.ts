// For tests of this repository only.
export type { Child } from './children.ts';
export { startScript } from './children.ts';
export type { TestEngine } from './engines.ts';
export { testEngines } from './engines.ts';
export type { TestPostgres } from './postgres.ts';
export { startPostgres } from './postgres.ts';
