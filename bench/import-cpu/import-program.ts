// Imports what its arguments name and tells what that cost, in microseconds of CPU.
const before = process.cpuUsage();
for (const name of process.argv.slice(2)) await import(name);
const { user, system } = process.cpuUsage(before);
const start = before.user + before.system;
process.stdout.write(JSON.stringify({ startMicros: start, importMicros: user + system }));
