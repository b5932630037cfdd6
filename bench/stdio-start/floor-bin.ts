import module from 'node:module';

module.enableCompileCache();
await import('./floor-server.ts');
