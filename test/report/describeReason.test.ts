import type { ChangeReason } from '../../app/model/change.ts'
import type { ObjectReason } from '../../app/model/plan.ts'
import { describeChangeReason } from '../../app/report/describeChangeReason.ts'
import { describeObjectReason } from '../../app/report/describeObjectReason.ts'
import { fabricatedChange } from './fabricatedChange.ts'

const why = (reason: ChangeReason) => describeChangeReason(fabricatedChange({ reason }))
const whyNot = (reason: ObjectReason) => describeObjectReason({ objectKind: 'user', reason })

const dn = 'CN=Anna,OU=Sales,DC=corp'

describe('why something changes', () => {
  test.each([
    [{ kind: 'new-in-selection', baseDn: 'OU=Sales,DC=corp' } as const, 'New in OU=Sales,DC=corp'],
    [{ kind: 'differs', attributes: ['title', 'mobile'] } as const, 'title and mobile differ'],
    [{ kind: 'differs', attributes: ['title', 'mobile', 'l'] } as const, 'title, mobile and l differ'],
    [{ kind: 'differs', attributes: ['title'] } as const, 'title differs'],
    [{ kind: 'differs', attributes: ['members'] } as const, 'members differ'],
    [
      { kind: 'differs', attributes: ['connectorDomain'] } as const,
      'All else is equal; it gets the mark of this domain, so that no other connector takes it for its own',
    ],
    [{ kind: 'vanished', lastDn: dn } as const, `Left the directory or the selection; was ${dn}`],
    [
      { kind: 'vanished-long-enough', vanishedAt: '2026-11-14T08:00:00.000Z', days: 1 } as const,
      'Inactive since 2026-11-14 and not back within 1 day',
    ],
    [{ kind: 'undo', runId: 7, of: 'update', wait: 'unchanged' } as const, 'Takes back run 7, which changed it'],
    [
      { kind: 'undo', runId: 7, of: 'create', wait: 'begins' } as const,
      'Takes back run 7, which added it; it is inactive now, and deleted later unless an entry accounts for it',
    ],
    [
      { kind: 'undo', runId: 7, of: 'deactivate', wait: 'ends' } as const,
      'Takes back run 7, which made it inactive; the wait for its deletion ends',
    ],
    [
      { kind: 'undo', runId: 7, of: 'delete', wait: 'unchanged' } as const,
      'Takes back run 7, which deleted it: it is made again, under a new id',
    ],
  ])('%j', (reason, text) => {
    expect(why(reason)).toBe(text)
  })

  test('a deletion of what no entry accounts for names the setting that keeps it', () => {
    expect(why({ kind: 'mismatched' })).toContain('mismatched: retain')
  })
})

describe('why a room or a picture changes', () => {
  const room = (is: 'room' | null, attributes: readonly ('room' | 'title' | 'mobile')[]) =>
    describeChangeReason({
      objectKind: 'user',
      after: { values: { room: is } },
      reason: { kind: 'differs', attributes },
    })

  test('a room that turns into a user is told as that, and so is the way back', () => {
    expect(room(null, ['room'])).toBe('Is no longer identified as a room: becomes an ordinary user')
    expect(room('room', ['room'])).toBe('Is identified as a room now')
    expect(room('room', ['title', 'room', 'mobile'])).toBe('Is identified as a room now; title and mobile differ')
  })

  test.each([
    ['picture-new', 'No picture was sent yet'],
    ['picture-differs', 'The picture is another one than was sent last'],
    ['picture-missing', 'The store does not have it any more; it is sent again'],
    ['picture-gone', 'Where the picture came from, there is none any more'],
  ] as const)('%s', (kind, text) => {
    expect(why({ kind })).toBe(text)
  })

  test('an undo says what the run has done to a picture', () => {
    const of = (deed: 'create' | 'update' | 'delete') => {
      const reason = { kind: 'undo', runId: 7, of: deed, wait: 'unchanged' } as const
      return describeChangeReason(fabricatedChange({ objectKind: 'avatar', reason }))
    }
    expect(of('create')).toBe('Takes back run 7, which set it')
    expect(of('update')).toBe('Takes back run 7, which replaced it')
    expect(of('delete')).toBe('Takes back run 7, which removed it')
  })
})

describe('why something is left as it is', () => {
  test('waiting for deletion tells both days', () => {
    const [vanishedAt, deletedAfter] = ['2026-11-14T08:00:00.000Z', '2026-11-21T08:00:00.000Z']
    expect(whyNot({ kind: 'waiting-for-deletion', vanishedAt, deletedAfter })).toBe(
      'Inactive since 2026-11-14; will be deleted after 2026-11-21 unless its entry comes back',
    )
  })

  test('the same value names the other entry and the way out', () => {
    expect(whyNot({ kind: 'same-value', value: 'anna@corp', otherDns: [dn] })).toBe(
      `Same anna@corp as ${dn}: neither is touched until one of them changes`,
    )
  })

  test('many others are counted', () => {
    const otherDns = Array.from({ length: 12 }, (_, index) => `CN=${index}`)
    const text = whyNot({ kind: 'same-value', value: 'anna@corp', otherDns })
    expect(text).toContain('CN=4 and 7 more: none of them')
  })

  test.each(['"n/a" is no e-mail address', 'title: "n/a" is no title.'])(
    'an invalid value names its attribute once: %s',
    (problem) => {
      const text = whyNot({ kind: 'invalid', attribute: 'title', problem })
      expect(text).toMatch(/^title: "n\/a" is no [^.]*\. Correct it in the directory, or change mapping\.title\.$/)
    },
  )

  test('what an undo leaves alone is told with why', () => {
    expect(whyNot({ kind: 'changed-since', attributes: ['title', 'mobile'] })).toBe(
      'Changed since that run: title and mobile; it is left as it is',
    )
    expect(whyNot({ kind: 'as-before' })).toBe('As it was before that run')
    expect(whyNot({ kind: 'gone-since' })).toContain('Gone from the store since that run')
    expect(whyNot({ kind: 'replaced-since', resourceId: 'u9' })).toContain('The resource u9 stands for')
  })

  test('what belongs to another domain is told with the domain', () => {
    expect(whyNot({ kind: 'other-domain', domain: 'emea.test', resourceId: 'u7' })).toBe(
      'The resource u7 belongs to emea.test: the connector of that domain keeps it, this one never touches it',
    )
    expect(whyNot({ kind: 'other-domain', domain: 'emea.test', resourceId: null })).toContain(
      'Its name is one of emea.test (organization.otherDomains)',
    )
    expect(whyNot({ kind: 'no-mark', domain: 'corp.test' })).toContain('may be another domain')
  })

  test('a withheld deletion is told apart from a withheld deactivation', () => {
    expect(whyNot({ kind: 'protected', withheld: 'delete' })).toContain('would be deleted')
    expect(whyNot({ kind: 'administrator', withheld: 'deactivate' })).toContain('would be made inactive')
  })

  test('a contact of somebody else is told to be safe', () => {
    expect(whyNot({ kind: 'not-created-here', resourceId: 'c7' })).toBe(
      'Was not created by this connector, and is never touched',
    )
  })

  test('what the store has no room for is told with how many it holds', () => {
    const reason = { kind: 'over-cap', cap: 30_000 } as const
    expect(describeObjectReason({ objectKind: 'contact', reason })).toBe(
      'Not created: the store holds at most 30,000 contacts',
    )
  })

  test('a refused picture is told with its problem and its remedy', () => {
    const problem = 'The picture has 3,000,000 bytes; at most 2,097,152 bytes are taken.'
    const reason = { kind: 'picture-refused', code: 'too-large', problem, remedy: 'Put a smaller one there.' } as const
    expect(describeObjectReason({ objectKind: 'avatar', reason })).toBe(`${problem} Put a smaller one there.`)
  })

  test('pictures are unchanged, and are sent or removed', () => {
    const of = (reason: ObjectReason) => describeObjectReason({ objectKind: 'avatar', reason })
    const setAside = { kind: 'set-aside', problem: '503', nextTry: '2026-11-15' } as const
    expect(of({ kind: 'equal' })).toBe('The same picture as was sent last')
    expect(of({ ...setAside, change: 'create' })).toContain('sending it has failed before (503)')
    expect(of({ ...setAside, change: 'delete' })).toContain('removing it has failed before (503)')
  })
})
