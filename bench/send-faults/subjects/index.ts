import type { Provider } from '../answers.ts';
import type { Connect } from './subject.ts';

interface Subject {
  /** Whose answers it reads. */
  readonly provider: Provider;
  readonly load: () => Promise<Connect>;
}

/** In the order of the table. Each is loaded in a process of its own. */
export const subjects = {
  'twilio-client': {
    provider: 'twilio',
    load: async () => (await import('./twilio-client.ts')).connect,
  },
  twilio: { provider: 'twilio', load: async () => (await import('./twilio.ts')).connect },
  'twilio, autoRetry': {
    provider: 'twilio',
    load: async () => (await import('./twilio.ts')).connectWithRetry,
  },
  'baas-client': { provider: 'baas', load: async () => (await import('./baas-client.ts')).connect },
  solapi: { provider: 'solapi', load: async () => (await import('./solapi.ts')).connect },
} as const satisfies Record<string, Subject>;

export type SubjectName = keyof typeof subjects;
