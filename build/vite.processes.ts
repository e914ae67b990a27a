import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const root = resolve(import.meta.dirname, '..')
const out = resolve(root, 'out')

/**
 * The plain Node processes as ES modules, one output file for each source file: out/ mirrors the source tree, with
 * resources/ and build/service/ copied beside it, so that a path from a module to a file is the same before and after.
 * Libraries stay outside: they are installed, not bundled.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [resources()],
  build: {
    ssr: true,
    outDir: out,
    emptyOutDir: false,
    target: 'node22',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { 'main/cli': resolve(root, 'main/cli.ts'), 'main/service': resolve(root, 'main/service.ts') },
      output: {
        format: 'es',
        preserveModules: true,
        preserveModulesRoot: root,
        entryFileNames: '[name].js',
        // A command must say on its first line that Node runs it.
        banner: ({ isEntry }) =>
          isEntry ? '#!/usr/bin/env -S node --max-semi-space-size=8 --heap-growing-percent=50' : '',
      },
    },
  },
})

function resources(): Plugin {
  return {
    name: 'resources',
    writeBundle({ dir = out }) {
      for (const folder of ['resources', 'build/service'])
        cpSync(resolve(root, folder), resolve(dir, folder), { recursive: true })
    },
  }
}
