export type { HttpClient, HttpClientOptions, HttpRequest } from './client.ts';
export { createHttpClient } from './client.ts';
export type { HttpHooks, RequestInfo, ResponseInfo, RetryInfo } from './hooks.ts';
export type { HttpAnswer, Problem, ReadProblem, Safety } from './outcome.ts';
export { refused, unreadable } from './outcome.ts';
export { pick } from './pick.ts';
