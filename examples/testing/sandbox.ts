import { type Sandbox, startSandbox } from '@jeonbo/sandbox';

/** What the examples read from the environment. No key of anybody's. */
export interface SandboxEnvironment {
  readonly BAAS_API_BASE_URL: string;
  readonly BAAS_API_KEY: string;
  readonly PROJECT_ID: string;
  readonly BAAS_CALLBACK_NUMBER: string;
}

/** The providers on this machine, quick to deliver, and how a program is told to use them. */
export async function startTestSandbox(): Promise<{
  readonly sandbox: Sandbox;
  readonly environment: SandboxEnvironment;
}> {
  const sandbox = await startSandbox({ deliveryMs: 20 });
  const environment = {
    BAAS_API_BASE_URL: sandbox.url,
    BAAS_API_KEY: 'sandbox',
    PROJECT_ID: '11111111-2222-4333-8444-555555555555',
    BAAS_CALLBACK_NUMBER: '02-1234-5678',
  };
  return { sandbox, environment };
}
