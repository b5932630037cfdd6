import { runProcess as run } from '@jeonbo/server';
import { main } from './main.ts';

/** `main` as a process. */
export async function runProcess(): Promise<void> {
  await run(main);
}
