import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, '..')

/** The Electron main process and its preload script as CommonJS: a preload script in a sandbox can be nothing else. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: resolve(root, 'out/main'),
    emptyOutDir: false,
    target: 'node18',
    minify: false,
    lib: {
      entry: { desktop: resolve(root, 'main/desktop.ts'), preload: resolve(root, 'main/preload.ts') },
      formats: ['cjs'],
      fileName: (_format, name) => `${name}.cjs`,
    },
    rolldownOptions: { external: ['electron', /^node:/] },
  },
})
