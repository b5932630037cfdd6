#!/usr/bin/env node
import module from 'node:module';

// Before anything else is read: from the second start on, nothing of it is compiled again.
module.enableCompileCache();
// Written now, not only at a clean exit: many hosts kill their servers.
setTimeout(() => module.flushCompileCache?.(), 1000).unref();
const { runProcess } = await import('./run-process.ts');
await runProcess();
