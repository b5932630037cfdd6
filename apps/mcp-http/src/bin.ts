#!/usr/bin/env node
import module from 'node:module';

// Before anything else is read: from the second start on, nothing of it is compiled again.
module.enableCompileCache();
const [{ runProcess }, { main }] = await Promise.all([
  import('@jeonbo/server'),
  import('./main.ts'),
]);
await runProcess(main);
