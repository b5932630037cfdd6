import { parseArgs } from 'node:util';
import type { CliTexts } from './texts.ts';

export interface CliOptions {
  readonly port: number;
  readonly host: string;
  readonly seedFile: string | undefined;
  readonly deliveryMs: number | undefined;
  readonly keep: number | undefined;
  readonly allowedHosts: readonly string[];
}

/** Wrong usage: said to the user as it is, exit code 2. */
export class UsageError extends Error {}

export function parseArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  texts: CliTexts,
): CliOptions | 'help' | 'version' {
  const values = readOptions(argv, texts);
  if (values.help === true) return 'help';
  if (values.version === true) return 'version';
  const number = (name: string, text: string | undefined, most: number): number | undefined => {
    if (text === undefined || text === '') return undefined;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value > most)
      throw new UsageError(texts.notANumber(name, text, most));
    return value;
  };
  const port =
    number('--port', values.port, 65_535) ?? number('PORT', environment.PORT, 65_535) ?? 4010;
  return {
    port,
    host: values.host ?? (environment.HOST || '127.0.0.1'),
    seedFile: values.seed,
    deliveryMs: number('--delivery-ms', values['delivery-ms'], 3_600_000),
    keep: number('--keep', values.keep, 1_000_000) || undefined,
    allowedHosts: (environment.JEONBO_SANDBOX_HOSTS ?? '')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  };
}

function readOptions(argv: readonly string[], texts: CliTexts) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', short: 'p' },
        host: { type: 'string' },
        seed: { type: 'string', short: 's' },
        'delivery-ms': { type: 'string' },
        keep: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(texts.badUsage((error as Error).message));
  }
}
