/** What a manifest may ask for. The names are those of MCP access control; which of them this launcher can give is below. */
export const manifestPermissions = [
  'mcp.ac.filesystem.read',
  'mcp.ac.filesystem.write',
  'mcp.ac.filesystem.delete',
  'mcp.ac.system.env.read',
  'mcp.ac.system.env.write',
  'mcp.ac.system.exec',
  'mcp.ac.system.process',
  'mcp.ac.network.client',
  'mcp.ac.network.server',
  'mcp.ac.network.bluetooth',
  'mcp.ac.peripheral.camera',
  'mcp.ac.peripheral.microphone',
  'mcp.ac.peripheral.speaker',
  'mcp.ac.peripheral.screen.capture',
  'mcp.ac.location',
  'mcp.ac.notifications.post',
  'mcp.ac.clipboard.read',
  'mcp.ac.clipboard.write',
] as const;

export type ManifestPermission = (typeof manifestPermissions)[number];

/**
 * Never given, whatever a manifest says: no port of the container is published, no device and no desktop is in it. The
 * others are either given at run time, one by one, or concern only what is inside the container.
 */
export const neverGiven: readonly ManifestPermission[] = manifestPermissions.filter((name) =>
  /\.(?:network\.(?:server|bluetooth)|peripheral\..*|location|notifications\.post|clipboard\..*)$/.test(
    name,
  ),
);
