import { cpus, release, totalmem, type } from 'node:os';

export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = processors[0]?.model.trim() || 'unknown processor';
  return `${processors.length} × ${model}, ${memory} GiB, ${type()} ${release()} ${process.arch}`;
}
