import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

interface Rule {
  readonly name: string
  readonly comment?: string
}

const { forbidden }: { readonly forbidden: readonly Rule[] } = createRequire(resolve('package.json'))(
  './.dependency-cruiser.cjs',
)

/** A file each, which breaks the rule it is listed under; `kept` breaks none. */
const breaking: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'model-stands-alone': ['app/model/one.ts', "import '../plan/plan.ts'"],
  'pure-stages-see-no-outside': [
    'app/plan/one.ts',
    "import { contract } from '../target/target.ts'\nexport { contract }",
  ],
  'pure-stages-touch-no-system': ['app/report/one.ts', "import 'node:fs/promises'"],
  'pure-stages-use-no-client': ['app/guard/one.ts', "import 'undici'"],
  'source-knows-no-target': [
    'app/source/one.ts',
    "import type { Contract } from '../target/target.ts'\nexport type { Contract }",
  ],
  'target-knows-no-source': ['app/target/one.ts', "import '../source/source.ts'"],
  'apply-decides-nothing': ['app/apply/one.ts', "import '../plan/plan.ts'"],
  'app-runs-alone': ['app/events/one.ts', "import '../../renderer/page.ts'"],
  'renderer-takes-types-only': ['renderer/one.ts', "import '../app/plan/plan.ts'"],
  'renderer-has-no-node': ['renderer/two.ts', "import 'node:fs'"],
  'only-compose-knows-source-ldap': ['app/api/one.ts', "import '../source/ldap/client.ts'"],
  'only-compose-knows-target-scim': ['main/one.ts', "import '../app/target/scim/client.ts'"],
  'only-compose-knows-state-sqlite': ['app/api/two.ts', "import '../state/sqlite/client.ts'"],
  'product-knows-no-test': ['app/demo/one.ts', "import '../../test/fake.ts'"],
  'product-needs-no-development-package': ['app/demo/two.ts', "import 'vite'"],
  'only-the-desktop-knows-electron': ['test/one.ts', "import 'electron'"],
  'no-circle': ['app/notify/one.ts', "import './two.ts'"],
  'every-import-exists': ['app/schedule/one.ts', "import './nowhere.ts'"],
}

const kept: Readonly<Record<string, string>> = {
  'app/plan/plan.ts':
    "import { createHash } from 'node:crypto'\nimport type { Contract } from '../target/target.ts'\nexport type { Contract }\nexport const digest = createHash",
  'app/target/target.ts': 'export const contract = 1\nexport type Contract = typeof contract',
  'app/source/source.ts': 'export const contract = 1',
  'app/source/ldap/client.ts': "import 'ldapts'\nimport '../source.ts'",
  'app/target/scim/client.ts': "import 'undici'",
  'app/state/sqlite/client.ts': "import 'better-sqlite3'",
  'app/notify/two.ts': "import './one.ts'",
  'main/compose.ts':
    "import '../app/source/ldap/client.ts'\nimport '../app/target/scim/client.ts'\nimport '../app/state/sqlite/client.ts'",
  'main/desktop.ts': "import 'electron'",
  'main/desktop/window.ts': "import 'electron'",
  'main/closes.ts':
    'export async function run(open: () => Promise<AsyncDisposable>) {\n  await using one = await open()\n  return one\n}',
  'renderer/page.ts':
    "import type { Contract } from '../app/target/target.ts'\nimport 'react'\nexport type { Contract }",
  'test/fake.ts': "import '../app/source/ldap/client.ts'",
}

let folder = ''

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), `${text}\n`)
}

/** Runs a program in the folder and gives what it prints; these programs fail when they find something. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, [resolve(program), ...args], { cwd: folder }, (_error, out, errors) =>
      done(out + errors),
    )
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'))
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'biome.json']) await copyFile(file, join(folder, file))
  await mkdir(join(folder, 'build/lint'), { recursive: true })
  const plugin = 'build/lint/pure-stages-take-time.grit'
  await copyFile(plugin, join(folder, plugin))
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [file, text] of Object.entries(kept)) await write(file, text)
  for (const [file, text] of Object.values(breaking)) await write(file, text)
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('the import rules', () => {
  let broken: readonly { readonly from: string; readonly rule: Rule }[] = []

  beforeAll(async () => {
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'app', 'main', 'renderer', 'test']
    const output = await run('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', args)
    broken = JSON.parse(output.slice(0, output.lastIndexOf('}') + 1)).summary.violations
  })

  test.each(forbidden.map(({ name }) => name))('%s catches a file that breaks it', (name) => {
    const [file] = breaking[name] ?? []
    expect(file).toBeDefined()
    expect(broken.filter(({ rule }) => rule.name === name).map(({ from }) => from)).toContain(file)
  })

  test('let pass what is allowed', () => {
    const files = Object.keys(kept).filter((file) => file !== 'app/notify/two.ts')
    expect(broken.filter(({ from }) => files.includes(from))).toEqual([])
  })

  test('each have a reason', () => {
    for (const { comment } of forbidden) expect(comment).toMatch(/\.$/)
  })
})

describe('the rule that pure stages take time as an argument', () => {
  test.each([
    ['app/guard/clock.ts', 'export const now = Date.now()', 1],
    ['app/report/clock.ts', 'export const now = new Date()', 1],
    ['app/report/given.ts', 'export const at = (time: number) => new Date(time)', 0],
    ['app/apply/clock.ts', 'export const now = Date.now()', 0],
  ])('%s: %s is refused %d times', async (file, text, count) => {
    await write(file, text)
    const output = await run('node_modules/@biomejs/biome/bin/biome', ['lint', file])
    expect(output.split('pure-stages-take-time:').length - 1).toBe(count)
  })
})
