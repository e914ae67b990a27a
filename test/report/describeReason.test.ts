import { describeChangeReason } from '../../app/report/describeChangeReason.ts'
import { describeObjectReason } from '../../app/report/describeObjectReason.ts'

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
    expect(describeChangeReason(reason)).toBe(text)
  })

  test('a deletion of what no entry accounts for names the setting that keeps it', () => {
    expect(describeChangeReason({ kind: 'mismatched' })).toContain('mismatched: retain')
  })
})

describe('why something is left as it is', () => {
  test('waiting for deletion tells both days', () => {
    const [vanishedAt, deletedAfter] = ['2026-11-14T08:00:00.000Z', '2026-11-21T08:00:00.000Z']
    expect(describeObjectReason({ kind: 'waiting-for-deletion', vanishedAt, deletedAfter })).toBe(
      'Inactive since 2026-11-14; will be deleted after 2026-11-21 unless its entry comes back',
    )
  })

  test('the same value names the other entry and the way out', () => {
    expect(describeObjectReason({ kind: 'same-value', value: 'anna@corp', otherDns: [dn] })).toBe(
      `Same anna@corp as ${dn}: neither is touched until one of them changes`,
    )
  })

  test('many others are counted', () => {
    const otherDns = Array.from({ length: 12 }, (_, index) => `CN=${index}`)
    const text = describeObjectReason({ kind: 'same-value', value: 'anna@corp', otherDns })
    expect(text).toContain('CN=4 and 7 more: none of them')
  })

  test.each(['"n/a" is no e-mail address', 'title: "n/a" is no title.'])(
    'an invalid value names its attribute once: %s',
    (problem) => {
      const text = describeObjectReason({ kind: 'invalid', attribute: 'title', problem })
      expect(text).toMatch(/^title: "n\/a" is no [^.]*\. Correct it in the directory, or change mapping\.title\.$/)
    },
  )

  test('what an undo leaves alone is told with why', () => {
    expect(describeObjectReason({ kind: 'changed-since', attributes: ['title', 'mobile'] })).toBe(
      'Changed since that run: title and mobile; it is left as it is',
    )
    expect(describeObjectReason({ kind: 'as-before' })).toBe('As it was before that run')
    expect(describeObjectReason({ kind: 'gone-since' })).toContain('Gone from the store since that run')
    expect(describeObjectReason({ kind: 'replaced-since', resourceId: 'u9' })).toContain('The resource u9 stands for')
  })

  test('what belongs to another domain is told with the domain', () => {
    expect(describeObjectReason({ kind: 'other-domain', domain: 'emea.test', resourceId: 'u7' })).toBe(
      'The resource u7 belongs to emea.test: the connector of that domain keeps it, this one never touches it',
    )
    expect(describeObjectReason({ kind: 'other-domain', domain: 'emea.test', resourceId: null })).toContain(
      'Its name is one of emea.test (organization.otherDomains)',
    )
    expect(describeObjectReason({ kind: 'no-mark', domain: 'corp.test' })).toContain('may be another domain')
  })

  test('a withheld deletion is told apart from a withheld deactivation', () => {
    expect(describeObjectReason({ kind: 'protected', withheld: 'delete' })).toContain('would be deleted')
    expect(describeObjectReason({ kind: 'administrator', withheld: 'deactivate' })).toContain('would be made inactive')
  })
})
