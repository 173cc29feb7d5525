#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`margo needs Node 20.19 or newer; this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache?.();
  const { main, processIo } = await import('../dist/cli.js');
  const io = processIo();
  const code = await main(process.argv.slice(2), io);
  // An interrupted run may still wait for something; nobody waits for it.
  if (io.signal.aborted) process.exit(code);
  process.exitCode = code;
}
