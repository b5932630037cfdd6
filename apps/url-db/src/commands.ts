import type { CommandContext } from './context.ts';

/**
 * @param argv the words behind its name, without settings (KEY=VALUE are in the context's environment)
 * @returns the exit code
 * @throws UsageError
 */
export type RunCommand = (argv: readonly string[], context: CommandContext) => Promise<number>;

/** Commands by their names, each loaded where it is called. A new one joins by a line here and words in help.ts. */
export const commands: Readonly<Record<string, () => Promise<RunCommand>>> = {
  import: async () => (await import('./transfer/import-command.ts')).importCommand,
  export: async () => (await import('./transfer/export-command.ts')).exportCommand,
  backup: async () => (await import('./transfer/backup-command.ts')).backupCommand,
  migrate: async () => (await import('./transfer/migrate-command.ts')).migrateCommand,
};

/** What `-mcp-mode=stdio` starts: MCP over a pipe, the prompt in a terminal. */
export const stdioModes: Readonly<Record<string, () => Promise<RunCommand>>> = {
  repl: async () => (await import('./prompt/repl-command.ts')).replCommand,
  rpc: async () => (await import('./mcp/rpc-command.ts')).rpcCommand,
};
