import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCodes, errorGroups, textsOfCode } from '../../../renderer/texts/errorCodes/errorCodes.ts'

/** What the event log tells of that is no failure, and codes of protocols. */
const noFailures = new Set([
  'control-changed',
  'mode-automatic',
  'run-started',
  'settings-saved',
  // Of zod, in the checks of single settings.
  'custom',
  // Of the embedded directory's LDAP answers.
  'success',
  'other',
])

test.each(['app', 'main'])('every code of an error in %s/ has a page', (folder) => {
  const missing = [...codesIn(folder)].filter((code) => !noFailures.has(code) && textsOfCode(code).length === 0)
  expect(missing).toEqual([])
})

test('codes that are put together have their pages too', () => {
  const kinds = ['users', 'rooms', 'groups', 'contacts', 'avatars']
  const guards = ['deletions', 'creates', 'updates', 'empty-read'].flatMap((name) =>
    kinds.map((kind) => `${name}-${kind}`),
  )
  const further = [
    'empty-base',
    'no-such-plan',
    'no-such-run',
    'run-failed',
    'run-halted',
    'run-partial',
    'run-refused',
  ]
  for (const code of [...guards, ...further]) expect([code, textsOfCode(code).length]).toEqual([code, 1])
})

test.each([
  ['app/model/gap.ts', /^ {4}\| '([a-z-]+)'$/gm],
  ['app/avatar/pictureProblem.ts', /^ {2}\| '([a-z-]+)'$/gm],
])('every reason that %s names has a page', (path, pattern) => {
  const codes = [...readFileSync(path, 'utf8').matchAll(pattern)].map(([, code = '']) => code)
  expect(codes.length).toBeGreaterThan(5)
  for (const code of codes) expect([code, textsOfCode(code).length > 0]).toEqual([code, true])
})

test('a code of two sides shows both', () => {
  expect(textsOfCode('busy').map(({ group }) => group)).toEqual(['directory', 'connector'])
})

test('every text is whole sentences', () => {
  for (const group of errorGroups)
    for (const [code, text] of Object.entries(errorCodes[group]))
      for (const words of Object.values(text)) expect([code, words]).toEqual([code, expect.stringMatching(/^\S.+\.$/)])
})

function codesIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'))
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\bcode: (?:[^\n',]* \? )?'([a-z0-9-]+)'(?: : '([a-z0-9-]+)')?/g)].flatMap(([, one, other]) =>
        [one, other].filter((code) => code !== undefined),
      ),
    ),
  )
}
