#!/usr/bin/env node
import module from 'node:module';

// Before anything else is read: from the second start on, nothing of it is compiled again.
module.enableCompileCache();
const { runProcess } = await import('./run-process.ts');
await runProcess();
