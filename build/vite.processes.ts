import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const root = resolve(import.meta.dirname, '..')
const out = resolve(root, 'out')

/**
 * The plain Node processes as ES modules, one output file for each source file: out/ mirrors the source tree, with
 * resources/ copied beside it, so that a path from a module to a resource is the same before and after the build.
 * Libraries stay outside: they are installed, not bundled.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [shebang('main/cli.js'), resources()],
  build: {
    ssr: true,
    outDir: out,
    emptyOutDir: false,
    target: 'node22',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { 'main/cli': resolve(root, 'main/cli.ts') },
      output: { format: 'es', preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
    },
  },
})

/** A command must say on its first line that Node runs it. */
function shebang(file: string): Plugin {
  return {
    name: 'shebang',
    generateBundle(_options, bundle) {
      const chunk = bundle[file]
      if (chunk?.type !== 'chunk') throw new Error(`The build has no ${file}`)
      if (!chunk.code.startsWith('#!')) chunk.code = `#!/usr/bin/env node\n${chunk.code}`
    },
  }
}

function resources(): Plugin {
  return {
    name: 'resources',
    writeBundle() {
      cpSync(resolve(root, 'resources'), resolve(out, 'resources'), { recursive: true })
    },
  }
}
