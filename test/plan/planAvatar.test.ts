import type { Photo } from '../../app/model/photo.ts'
import type { FoundPhoto } from '../../app/model/resource.ts'
import { planAvatar } from '../../app/plan/planAvatar.ts'
import type { AvatarPair, WantedPhoto } from '../../app/plan/planningData.ts'
import type { PlanPolicy } from '../../app/plan/policy.ts'

const photo = (name: string): Photo => ({ value: `sha256:${name}`, mediaType: 'image/jpeg', size: 3 })
const link = (name: string): Photo => ({ value: `https://photos.test/${name}`, mediaType: 'image/jpeg', size: 3 })
const wanted = (one: Photo): WantedPhoto => ({ kind: 'photo', photo: one })
const none: WantedPhoto = { kind: 'none' }
const refused: WantedPhoto = { kind: 'refused', code: 'too-large', problem: 'It is too large.', remedy: 'Shrink it.' }
const found = (kind: 'absent' | 'present' | 'unknown'): FoundPhoto => ({ kind })
const shownLink = (name: string): FoundPhoto => ({ kind: 'link', href: link(name).value })

const planned = (
  changes: Partial<AvatarPair>,
  policy: Partial<Pick<PlanPolicy, 'complete' | 'pictures'>> = {},
): readonly string[] => {
  const who = { anchor: 'a1', name: 'ann@corp.test', dn: 'CN=Ann,DC=corp', baseDn: 'DC=corp', resourceId: 'u1' }
  const pair: AvatarPair = { ...who, wanted: none, sent: null, found: found('unknown'), ...changes }
  const all = { complete: true, pictures: 'bytes', ...policy } as PlanPolicy
  return [...planAvatar(pair, all)].map((item) => {
    if (item.kind === 'change') return `${item.change.kind} (${item.change.reason.kind})`
    return item.kind === 'object' ? item.object.outcome : item.kind
  })
}

describe('a picture that is sent as bytes', () => {
  it.each([
    [wanted(photo('a')), null, 'absent', ['create (picture-new)']],
    [wanted(photo('a')), null, 'present', ['create (picture-new)']],
    [wanted(photo('a')), photo('a'), 'present', ['matched']],
    [wanted(photo('a')), photo('a'), 'unknown', ['matched']],
    [wanted(photo('a')), photo('a'), 'absent', ['create (picture-missing)']],
    [wanted(photo('b')), photo('a'), 'present', ['update (picture-differs)']],
    [none, photo('a'), 'present', ['delete (picture-gone)']],
    [none, null, 'present', []],
    [refused, null, 'absent', ['skipped']],
    [refused, photo('a'), 'present', ['skipped']],
  ] as const)('%j, after %j was sent and the store shows it as %s: %j', (want, sent, shows, result) => {
    expect(planned({ wanted: want, sent, found: found(shows) })).toEqual(result)
  })

  it.each([
    [wanted(photo('a')), photo('a'), 'present', ['update (picture-differs)']],
    [wanted(photo('a')), photo('a'), 'unknown', ['update (picture-differs)']],
    [wanted(photo('a')), photo('a'), 'absent', ['create (picture-missing)']],
    [wanted(photo('a')), null, 'present', ['create (picture-new)']],
    [none, photo('a'), 'present', ['delete (picture-gone)']],
    [none, null, 'present', ['delete (picture-gone)']],
    [none, null, 'unknown', ['delete (picture-gone)']],
    [none, null, 'absent', []],
    [refused, photo('a'), 'present', ['skipped']],
  ] as const)(
    '%j, after %j was sent and then perhaps another one, and the store shows it as %s: %j',
    (want, sent, shows, result) => {
      expect(planned({ wanted: want, sent, found: found(shows), isUnconfirmed: true })).toEqual(result)
    },
  )

  it('is not taken away after an incomplete read', () => {
    expect(planned({ wanted: none, sent: photo('a'), found: found('present') }, { complete: false })).toEqual([])
  })

  it('is planned for a user who is created by the same plan', () => {
    expect(planned({ wanted: wanted(photo('a')), resourceId: null })).toEqual(['create (picture-new)'])
  })
})

describe('a picture that is sent as a link', () => {
  it.each([
    [wanted(link('a')), null, found('absent'), ['create (picture-new)']],
    [wanted(link('a')), link('a'), found('absent'), ['create (picture-new)']],
    [wanted(link('a')), null, shownLink('a'), ['matched']],
    [wanted(link('a')), null, shownLink('b'), ['update (picture-differs)']],
    [none, link('a'), shownLink('a'), ['delete (picture-gone)']],
    [none, null, shownLink('a'), []],
    [refused, link('a'), shownLink('a'), ['skipped']],
  ] as const)('%j, after %j was sent and the store shows %j: %j', (want, sent, shows, result) => {
    expect(planned({ wanted: want, sent, found: shows }, { pictures: 'links' })).toEqual(result)
  })
})
