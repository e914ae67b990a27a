/** A package that is part of the program, with its licence as it names it itself (SPDX). */
export interface Library {
  readonly name: string
  readonly licence: string
}

export const libraries: readonly Library[] = [
  { name: '@codemirror/autocomplete', licence: 'MIT' },
  { name: '@codemirror/commands', licence: 'MIT' },
  { name: '@codemirror/language', licence: 'MIT' },
  { name: '@codemirror/state', licence: 'MIT' },
  { name: '@codemirror/view', licence: 'MIT' },
  { name: '@fluentui/react-components', licence: 'MIT' },
  { name: '@fluentui/react-icons', licence: 'MIT' },
  { name: '@tanstack/react-query', licence: 'MIT' },
  { name: '@tanstack/react-virtual', licence: 'MIT' },
  { name: '@trpc/client', licence: 'MIT' },
  { name: '@trpc/server', licence: 'MIT' },
  { name: 'better-sqlite3', licence: 'MIT' },
  { name: 'commander', licence: 'MIT' },
  { name: 'csv-stringify', licence: 'MIT' },
  { name: 'electron', licence: 'MIT' },
  { name: 'electron-log', licence: 'MIT' },
  { name: 'electron-updater', licence: 'MIT' },
  { name: 'fastest-levenshtein', licence: 'MIT' },
  { name: 'fastify', licence: 'MIT' },
  { name: 'ldapts', licence: 'MIT' },
  { name: 'libphonenumber-js', licence: 'MIT' },
  { name: 'node-cron', licence: 'ISC' },
  { name: 're2js', licence: 'MIT' },
  { name: 'react', licence: 'MIT' },
  { name: 'react-dom', licence: 'MIT' },
  { name: 'scim2-parse-filter', licence: 'Unlicense' },
  { name: 'undici', licence: 'MIT' },
  { name: 'wouter', licence: 'Unlicense' },
  { name: 'yaml', licence: 'ISC' },
  { name: 'zod', licence: 'MIT' },
]
