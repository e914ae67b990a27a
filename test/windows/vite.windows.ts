import { defineConfig, mergeConfig } from 'vite'
import processes from '../../build/vite.processes.ts'

/**
 * The processes as they are shipped, but in few files with their libraries: Wine takes milliseconds to open a file, and
 * a command would open 800 of them. The files lie as deep as the modules that look for others beside them.
 */
export default mergeConfig(
  processes,
  defineConfig({
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      emptyOutDir: true,
      sourcemap: false,
      rolldownOptions: {
        output: { preserveModules: false, chunkFileNames: 'main/service/install/[name]-[hash].js' },
      },
    },
  }),
)
