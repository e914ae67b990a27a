import { readFile } from 'node:fs/promises'

test('the lockfile lets npm 10 install without a compiler (else: npm run lock)', async () => {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8'))
  expect(lock.packages['node_modules/better-sqlite3'].gypfile).toBe(false)
})
