import module from 'node:module'

// SQLite and LDAP libraries crash or fail on older ones: said before they are loaded.
const oldestNode = 22
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < oldestNode) {
  process.stderr.write(
    `Error (connector): Node.js ${process.versions.node} is too old.\n` +
      `  What to do: use Node.js ${oldestNode} or newer; in a checkout, npm scripts bring their own.\n`,
  )
  process.exitCode = 1
} else {
  module.enableCompileCache()
  if (!('AsyncDisposableStack' in globalThis)) await import('./olderNode.ts')
  const { runCommandLine } = await import('./cli/commandLine.ts')
  process.exitCode = await runCommandLine(process.argv.slice(2))
}
