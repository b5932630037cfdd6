import { readFileSync } from 'node:fs';
import { measure } from '../shared/program.ts';
import type { Served } from '../shared/served.ts';

/** Megabytes: the most that the process ever had, after 32 connections did all sorts of things for half a minute. */
export async function busyMemory(
  program: string,
  { url, process }: Served,
  from: number,
): Promise<{ readonly rss: number; readonly calls: number }> {
  const { calls } = await measure<{ calls: number }>(program, url, '32', '30', `${from}`);
  const status = readFileSync(`/proc/${process.pid}/status`, 'utf8');
  return { rss: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1000, calls };
}
