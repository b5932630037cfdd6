import type { ManifestPermission } from './permissions.ts';

/** Where a package comes from. `npm` runs with npx, `pypi` with uvx, where the manifest names no command. */
export const registries = ['npm', 'pypi'] as const;
type Registry = (typeof registries)[number];

/** What a server is, and the most that it may ever be given. */
export interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly registry: Registry;
  /** Name in the registry. */
  readonly package: string;
  readonly permissions: readonly ManifestPermission[];
  /** For development: a folder of this machine, read-only at /code, where {@link exec_command} runs. */
  readonly code_mount?: string;
  /** For `sh -c`. Default: what the registry's packages are run with. */
  readonly exec_command?: string;
}

/** Ships with this app, and with the image: nothing is installed at start. */
export const ownPackage = '@jeonbo/mcp-stdio';

export const twilioManifest: Manifest = {
  name: 'Jeonbo Twilio',
  description: 'Sends SMS and MMS through Twilio, guarded: send_sms, send_budget_alert, status.',
  registry: 'npm',
  package: ownPackage,
  permissions: [
    'mcp.ac.network.client',
    'mcp.ac.system.env.read',
    // The ledger, which must outlive the container.
    'mcp.ac.filesystem.read',
    'mcp.ac.filesystem.write',
  ],
};
