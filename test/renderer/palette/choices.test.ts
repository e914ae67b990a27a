import type { KnownObject } from '../../../app/api/explain/knownObject.ts'
import { choicesFor } from '../../../renderer/palette/choices.ts'

const anna: KnownObject = {
  kind: 'user',
  name: 'anna.smith@corp.example',
  displayName: 'Anna Smith',
  dn: 'CN=Anna Smith,OU=Sales,DC=corp,DC=example',
}
const can = () => ({ possible: true }) as const
const cannot = () => ({ possible: false, why: 'It runs.', remedy: 'Wait.', page: null }) as const

test('people who are known come before the question to the directory', () => {
  const choices = choicesFor('anna', [anna], can)
  expect(choices.map(({ kind }) => kind)).toEqual(['known', 'explain'])
  expect(choices[0]).toMatchObject({ address: '/people/anna.smith%40corp.example' })
})

test('Enter on free text asks for that person', () => {
  expect(choicesFor(' CN=Bo,DC=corp ', [], can)).toEqual([
    { kind: 'explain', id: 'explain', label: 'Explain “CN=Bo,DC=corp”', address: '/people/CN%3DBo%2CDC%3Dcorp' },
  ])
})

test('a group is asked for by its DN', () => {
  const dn = 'CN=Team,DC=corp'
  const [choice] = choicesFor('team', [{ ...anna, kind: 'group', name: 'Team', dn }], can)
  expect(choice).toMatchObject({ address: `/people/${encodeURIComponent(dn)}` })
})

test('pages and commands are found by the beginnings of their words', () => {
  const labels = (text: string) =>
    choicesFor(text, [], can).flatMap((choice) =>
      choice.kind === 'page' || choice.kind === 'command' ? [choice.label] : [],
    )
  expect(labels('dry')).toEqual(['Dry run', 'Start a dry run'])
  expect(labels('sel')).toEqual(['Configure: Selection'])
  expect(labels('sta inc')).toEqual(['Start incremental sync'])
  expect(labels('xyz')).toEqual([])
})

test('without a text all pages and commands are there, and nobody is asked for', () => {
  const kinds = new Set(choicesFor('', [anna], can).map(({ kind }) => kind))
  expect([...kinds]).toEqual(['page', 'command'])
})

test('a run that cannot be started stays with its reason; a pause that is pointless is left out', () => {
  const commands = choicesFor('', [], cannot).flatMap((choice) => (choice.kind === 'command' ? [choice.command] : []))
  expect(commands).toContain('sync-full')
  expect(commands).not.toContain('pause')
})
