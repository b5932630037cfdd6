#!/usr/bin/env node
import module from 'node:module';

// In words rather than as a stack trace; npx installs it on an older Node as well.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `url-db: Node 22.13+ is needed, this is ${process.versions.node}. / Node 22.13 이상이 필요합니다.\n`,
  );
  process.exit(1);
}

// Before anything else is read: from the second start on, nothing of it is compiled again.
module.enableCompileCache();
const { runProcess } = await import('./run-process.ts');
await runProcess();
