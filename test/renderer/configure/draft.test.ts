import type { SavedSettings } from '../../../app/api/configuration/configuration.ts'
import { settingsSchema } from '../../../app/settings/schema.ts'
import type { Draft } from '../../../renderer/configure/draft/draft.ts'
import { DraftStore } from '../../../renderer/configure/draft/draftStore.ts'
import { emptyDraft } from '../../../renderer/configure/draft/emptyDraft.ts'
import { isSame } from '../../../renderer/configure/draft/isSame.ts'
import { merged } from '../../../renderer/configure/draft/merged.ts'
import { pageOf } from '../../../renderer/configure/draft/pageOf.ts'
import { problemAt, problemsAt } from '../../../renderer/configure/draft/problemsAt.ts'
import { rebased } from '../../../renderer/configure/draft/rebased.ts'

/** The draft of the page as somebody would fill it in first. */
function filled(): Draft {
  const draft = emptyDraft()
  return {
    ...draft,
    name: 'hq',
    directory: {
      ...draft.directory,
      servers: ['ldaps://dc1.corp.example'],
      bind: { method: 'simple', user: 'svc@corp.example', password: { file: 'directory' } },
    },
    store: { ...draft.store, url: 'https://store.example/scim', auth: { method: 'bearer', token: { file: 'store' } } },
    selection: { ...draft.selection, baseDns: ['DC=corp,DC=example'] },
  }
}

const saved = (settings: Draft, revision = 'r1'): SavedSettings => ({ settings, revision })
const renamed = (name: string) => (draft: Draft) => merged(draft, { name })

describe('a draft', () => {
  test('begins with every default that the settings have', () => {
    const { version, name, directory, store, selection } = filled()
    const { type, servers, bind } = directory
    const { url, auth } = store
    const needed = {
      version,
      name,
      directory: { type, servers, bind },
      store: { url, auth },
      selection: { baseDns: selection.baseDns },
    }
    expect(filled()).toEqual(settingsSchema.parse(needed))
  })

  test('is there only while it differs from what is saved', () => {
    const store = new DraftStore()
    const base = saved(filled())
    store.change(base, emptyDraft(), renamed('east'))
    expect(store.current()?.draft.name).toBe('east')
    expect(store.current()?.base).toBe(base)
    store.change(base, emptyDraft(), renamed('hq'))
    expect(store.current()).toBeNull()
  })

  test('keeps what was typed while it was being saved', () => {
    const store = new DraftStore()
    const base = saved(filled())
    store.change(base, emptyDraft(), renamed('east'))
    const sent = store.current()?.draft ?? filled()
    store.change(base, emptyDraft(), (draft) => ({ ...draft, softDeleteDays: 30 }))
    store.saved(sent, saved(renamed('east')(filled()), 'r2'))
    expect(store.current()).toMatchObject({ base: { revision: 'r2' }, draft: { name: 'east', softDeleteDays: 30 } })
  })

  test('goes on top of what somebody else saved meanwhile, setting by setting', () => {
    const store = new DraftStore()
    store.change(saved(filled()), emptyDraft(), renamed('east'))
    const theirs = { ...filled(), softDeleteDays: 14 }
    store.rebase(saved(theirs, 'r2'))
    expect(store.current()).toMatchObject({ base: { revision: 'r2' }, draft: { name: 'east', softDeleteDays: 14 } })
  })

  test('tells its listeners of every change until they leave', () => {
    const store = new DraftStore()
    let heard = 0
    const leave = store.subscribe(() => heard++)
    store.change(null, emptyDraft(), renamed('east'))
    store.discard()
    leave()
    store.change(null, emptyDraft(), renamed('west'))
    expect(heard).toBe(2)
  })
})

describe('changes on top of others', () => {
  test.each([
    ['only mine', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 1 }, { a: 2, b: 1 }],
    ['only theirs', { a: 1 }, { a: 1 }, { a: 3 }, { a: 3 }],
    ['both of one setting', { a: 1 }, { a: 2 }, { a: 3 }, { a: 2 }],
    ['what I took out', { a: 1, b: 1 }, { a: 1 }, { a: 2, b: 1 }, { a: 2 }],
    ['what they took out', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1 }, { a: 2 }],
    ['a list is one setting', { a: [1] }, { a: [1, 2] }, { a: [1, 3] }, { a: [1, 2] }],
  ])('%s', (_, base, mine, theirs, expected) => {
    expect(rebased<unknown>(base, mine, theirs)).toEqual(expected)
  })

  test('another method is taken whole', () => {
    const base = { method: 'simple', user: 'a' }
    expect(rebased<unknown>(base, { method: 'anonymous' }, { method: 'simple', user: 'b' })).toEqual({
      method: 'anonymous',
    })
  })
})

describe('parts of settings', () => {
  test('a setting that need not be there can be taken out', () => {
    const part: { readonly a: number; readonly b?: string } = { a: 1, b: 'x' }
    expect(merged(part, { b: undefined })).toEqual({ a: 1 })
    expect(Object.keys(merged(part, { b: undefined }))).toEqual(['a'])
  })

  test('are equal whatever the order of keys, not of lists', () => {
    expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
    expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
    expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true)
    expect(isSame([], {})).toBe(false)
    expect(isSame(Number.NaN, Number.NaN)).toBe(true)
  })

  test.each([
    ['directory.servers[0]', 'general'],
    ['selection.users.filter', 'selection'],
    ['mapping.emails;type-work', 'mapping'],
    ['avatar.pattern', 'avatars'],
    ['schedule.full', 'schedule'],
    ['softDeleteDays', 'guards'],
    ['the file', 'general'],
  ])('%s is changed on the page %s', (place, page) => {
    expect(pageOf(place)).toBe(page)
  })

  test('problems are found at their place, and with all below it', () => {
    const problems = ['directory.servers', 'directory.servers[1]', 'directory.serversX'].map((place) => ({
      place,
      message: place,
      position: null,
    }))
    expect(problemsAt(problems, 'directory.servers')).toHaveLength(2)
    expect(problemAt(problems, 'directory.servers[1]')?.message).toBe('directory.servers[1]')
    expect(problemAt(problems, 'directory')).toBeUndefined()
  })
})
