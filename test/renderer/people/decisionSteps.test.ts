import type { ExplainedEntry } from '../../../app/api/explain/explanation.ts'
import type { Link } from '../../../app/model/link.ts'
import { decisionSteps } from '../../../renderer/people/decisionSteps.ts'
import { explainedText } from '../../../renderer/people/explainedText.ts'
import { pendingChanges } from '../../../renderer/people/pendingChanges.ts'
import { shownName } from '../../../renderer/people/shownName.ts'
import { verdictOn } from '../../../renderer/people/verdict.ts'
import { fabricatedEntry, fabricatedResource, fabricatedRow } from '../../api/explain/fabricatedEntry.ts'

const stepOf = (entry: ExplainedEntry, name: string) => decisionSteps(entry).find((step) => step.name === name)
const link: Link = {
  anchor: 'a',
  kind: 'user',
  resourceId: 'u7',
  name: 'ann@corp.test',
  dn: 'CN=Ann,DC=corp',
  baseDn: 'DC=corp',
  vanishedAt: null,
}
const equal = { attributes: [], before: {}, after: {}, active: { before: true, after: true } } as const

describe('what comes of an entry', () => {
  test.each<readonly [string, Partial<ExplainedEntry>, string, string]>([
    ['has no resource yet', {}, 'Would be added', 'add'],
    ['is equal', { resource: fabricatedResource(), pending: equal }, 'Equal', 'equal'],
    ['lies outside', { decision: { kind: 'outside-bases' } }, 'Not selected: a sync leaves it out', 'none'],
    ['has left the selection', { decision: { kind: 'outside-bases' }, link }, 'having left', 'remove'],
    ['is of a kind that is switched off', { kind: 'contact', kindIs: 'switched-off' }, 'switched off', 'none'],
    ['is skipped', { skipped: 'uid: the entry has no value for it (mail).' }, 'Skipped', 'none'],
    ['has the uid of somebody else', { rivals: ['CN=Kim,DC=corp'] }, 'Conflict', 'none'],
    ['belongs to another domain', { resource: fabricatedResource('other.test') }, 'other.test', 'none'],
    [
      'cannot be decided here',
      { decision: { kind: 'filtered', baseDn: 'DC=corp', by: 'administrator', verdict: 'undefined' } },
      'only the directory itself',
      'none',
    ],
    [
      'is disabled in the directory',
      { resource: fabricatedResource(), pending: { ...equal, active: { before: true, after: false } } },
      'made inactive',
      'remove',
    ],
    [
      'has two other values',
      {
        resource: fabricatedResource(),
        pending: { ...equal, attributes: ['title', 'l'], before: { title: 'A' }, after: { title: 'B', l: 'Rome' } },
      },
      '2 values',
      'change',
    ],
  ])('when it %s', (_, parts, sentence, tone) => {
    const verdict = verdictOn(fabricatedEntry(parts))
    expect(verdict.sentence).toContain(sentence)
    expect(verdict.tone).toBe(tone)
  })

  test('a sync of it alone is offered only where it can do something', () => {
    expect(verdictOn(fabricatedEntry()).canSync).toBe('yes')
    expect(verdictOn(fabricatedEntry({ decision: { kind: 'outside-bases' } })).canSync).toBe('not-selected')
    expect(verdictOn(fabricatedEntry({ kindIs: 'not-kept' })).canSync).toBe('not-synchronized')
  })
})

describe('the way of an entry', () => {
  test('names what keeps it out, and says nothing of values then', () => {
    const excluded = { kind: 'excluded', baseDn: 'DC=corp', excludeDn: 'OU=Guests,DC=corp' } as const
    const entry = fabricatedEntry({ decision: excluded })
    expect(stepOf(entry, 'selected')).toMatchObject({ mark: 'stop' })
    expect(stepOf(entry, 'selected')?.sentences[0]).toContain('OU=Guests,DC=corp')
    expect(stepOf(entry, 'values')).toBeUndefined()
  })

  test('tells the default filter from the one in the settings', () => {
    const by = (who: 'default' | 'administrator') =>
      stepOf(
        fabricatedEntry({ decision: { kind: 'filtered', baseDn: 'DC=corp', by: who, verdict: 'false' } }),
        'selected',
      )
    expect(by('default')?.sentences[0]).toContain('default filter')
    expect(by('administrator')?.sentences[0]).toContain('filter in the settings')
  })

  test('counts values, and names those that were left out or changed', () => {
    const rows = [
      fabricatedRow('uid', 'ann@corp.test'),
      fabricatedRow('mobile', 'none', { kind: 'invalid', problem: 'has no digit' }),
      fabricatedRow('preferredLanguage', 'en', {
        kind: 'valid',
        value: 'en-US',
        note: 'names no country; en-US is used',
      }),
      fabricatedRow('l', ''),
    ]
    const step = stepOf(fabricatedEntry({ rows }), 'values')
    expect(step?.sentences[0]).toBe('2 values from the mapping.')
    expect(step?.sentences.join(' ')).toContain('Left out: mobile.')
    expect(step?.sentences.join(' ')).toContain('preferredLanguage')
  })

  test('says of whom another connector takes care', () => {
    const step = stepOf(fabricatedEntry({ resource: fabricatedResource('other.test') }), 'match')
    expect(step).toMatchObject({ mark: 'stop' })
    expect(step?.sentences.join(' ')).toContain('belongs to other.test')
  })

  test('says that members and managers are compared elsewhere', () => {
    const pending = { resource: fabricatedResource(), pending: equal }
    expect(stepOf(fabricatedEntry(pending), 'change')?.sentences.join(' ')).toContain('Managers')
  })
})

test('what a sync would change is shown before and after, becoming a room in words', () => {
  const pending = {
    attributes: ['title', 'room'],
    before: { title: 'Cook', room: null },
    after: { title: null, room: 'room' },
    active: { before: false, after: true },
  } as const
  expect(pendingChanges(fabricatedEntry({ pending }))).toEqual([
    { attribute: 'active', before: 'no', after: 'yes' },
    { attribute: 'title', before: 'Cook', after: null },
    { attribute: 'kind', before: 'person', after: 'room' },
  ])
})

test('an entry is called by what the mapping gives, else by the first part of its DN', () => {
  expect(shownName(fabricatedEntry({ rows: [fabricatedRow('displayName', 'Ann Lee')] }))).toBe('Ann Lee')
  expect(shownName(fabricatedEntry({ dn: 'CN=Lee\\, Ann,DC=corp' }))).toBe('Lee\\, Ann')
})

test('the text to be copied says all that the page says', () => {
  const rows = [fabricatedRow('mobile', 'none', { kind: 'invalid', problem: 'has no digit' })]
  const pending = { ...equal, attributes: ['title'], before: { title: 'Cook' }, after: { title: null } } as const
  const text = explainedText(fabricatedEntry({ rows, pending, resource: fabricatedResource(), link }))
  expect(text).toContain('CN=Ann,OU=Sales,DC=corp')
  expect(text).toContain('mobile ← mobile: Left out: the value has no digit')
  expect(text).toContain('title: Cook → nothing')
  expect(text).toContain('Nothing was planned for it so far.')
})
