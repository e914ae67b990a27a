import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** What asks the place of newer versions, by itself, for a program that runs already. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'node18',
    minify: false,
    lib: {
      entry: resolve(import.meta.dirname, '../../main/desktop/updates/askPlace.ts'),
      formats: ['cjs'],
      fileName: () => 'askPlace.cjs',
    },
    rolldownOptions: { external: ['electron', /^node:/] },
  },
})
