import type { Change } from '../../app/model/change.ts'
import { noCounts } from '../../app/model/noCounts.ts'
import type { Photo } from '../../app/model/photo.ts'
import type { Counts, KindCounts, PlanNote, PlanObject } from '../../app/model/plan.ts'
import { fabricatedChange } from './fabricatedChange.ts'

const base = 'DC=corp,DC=example'
const isNew = { kind: 'new-in-selection', baseDn: base } as const

/** A picture whose bytes have a hash that begins with `digits`. */
export function fabricatedPhoto(digits: string, size = 3412): Photo {
  return { value: `sha256:${digits.padEnd(64, '0')}`, mediaType: 'image/jpeg', size }
}

const rooms: readonly Change[] = [
  roomChange('lisbon', { kind: 'create', resourceId: null, before: null, reason: isNew }),
  roomChange('oslo', { before: { values: { room: null } }, reason: { kind: 'differs', attributes: ['room'] } }),
  fabricatedChange({
    name: 'store-room@corp.example',
    before: { values: { room: 'room', title: 'Room' } },
    after: { values: { room: null, title: 'Clerk' } },
    reason: { kind: 'differs', attributes: ['room', 'title'] },
  }),
]

const contacts: readonly Change[] = ['Ada Partner', 'Bo Partner'].map((name) =>
  fabricatedChange({
    kind: 'create',
    objectKind: 'contact',
    name: contactName(name),
    dn: `CN=${name},OU=Partners,${base}`,
    resourceId: null,
    before: null,
    after: { values: { displayName: name, uid: contactName(name) } },
    reason: isNew,
  }),
)

const link = 'https://pictures.corp.example/carl.jpg'
const pictures: readonly Change[] = [
  pictureChange('anna', { kind: 'create', before: null, after: fabricatedPhoto('a1'), reason: 'picture-new' }),
  pictureChange('ben', { before: fabricatedPhoto('b1'), after: fabricatedPhoto('b2'), reason: 'picture-differs' }),
  pictureChange('carl', {
    kind: 'create',
    before: null,
    after: { value: link, mediaType: null, size: null },
    reason: 'picture-missing',
  }),
  pictureChange('dora', { kind: 'delete', before: fabricatedPhoto('d1', 90_210), after: null, reason: 'picture-gone' }),
]

const tooLarge = (index: number): PlanObject =>
  fabricatedObject(`large${index}@corp.example`, {
    objectKind: 'avatar',
    reason: {
      kind: 'picture-refused',
      code: 'too-large',
      problem: `The picture has ${(2_200_000 + index).toLocaleString('en-US')} bytes; at most 2,097,152 bytes are taken.`,
      remedy: 'Put a smaller picture there; 96 × 96 pixels are enough for most uses.',
    },
  })

const noPicture = (index: number): PlanObject =>
  fabricatedObject(`text${index}@corp.example`, {
    objectKind: 'avatar',
    reason: {
      kind: 'picture-refused',
      code: 'not-a-picture',
      problem: 'What is there is neither JPEG, PNG, GIF nor BMP.',
      remedy: 'Put a picture of one of these types there.',
    },
  })

const several = <Made>(count: number, make: (index: number) => Made) =>
  Array.from({ length: count }, (_, at) => make(at))

/** Rooms, contacts and pictures with something of everything that can become of them. */
export const fabricatedKinds: {
  readonly counts: Pick<Counts, 'rooms' | 'contacts' | 'avatars'>
  readonly changes: readonly Change[]
  readonly objects: readonly PlanObject[]
  readonly notes: readonly PlanNote[]
} = {
  // The room that becomes a user counts with the rooms or the users, as the plan has it; here with the users.
  counts: {
    rooms: counts({ read: 6, selected: 6, matched: 4, create: 1, update: 1 }),
    contacts: counts({ read: 17, selected: 16, matched: 2, create: 2, mismatched: 3, skipped: 12 }),
    avatars: counts({ read: 22, selected: 22, matched: 8, create: 2, update: 1, delete: 1, skipped: 10 }),
  },
  changes: [...rooms, ...contacts, ...pictures],
  objects: [
    ...several(4, (index) =>
      fabricatedObject(`room${index}@corp.example`, {
        objectKind: 'room',
        outcome: 'matched',
        reason: { kind: 'equal' },
      }),
    ),
    ...several(2, (index) =>
      fabricatedObject(`friend${index}@partner.example`, {
        objectKind: 'contact',
        outcome: 'matched',
        reason: { kind: 'equal' },
      }),
    ),
    ...several(3, (index) =>
      fabricatedObject(`theirs${index}@partner.example`, {
        objectKind: 'contact',
        outcome: 'mismatched',
        dn: null,
        reason: { kind: 'not-created-here', resourceId: `c-${index}` },
      }),
    ),
    ...several(12, (index) =>
      fabricatedObject(`late${index}@partner.example`, {
        objectKind: 'contact',
        reason: { kind: 'over-cap', cap: 30_000 },
      }),
    ),
    ...several(8, (index) =>
      fabricatedObject(`same${index}@corp.example`, {
        objectKind: 'avatar',
        outcome: 'matched',
        reason: { kind: 'equal' },
      }),
    ),
    ...several(7, tooLarge),
    ...several(2, noPicture),
    fabricatedObject('often@corp.example', {
      objectKind: 'avatar',
      reason: { kind: 'set-aside', change: 'create', problem: 'The store answered 503.', nextTry: '2026-11-15' },
    }),
  ],
  notes: [
    {
      objectKind: 'group',
      name: 'Team of 7',
      dn: 'CN=Team of 7,OU=Groups,DC=corp,DC=example',
      attribute: 'members',
      problem: 'Is a member of itself through Board: that membership is left out.',
    },
  ],
}

/** A skipped object, or whatever `parts` says instead. */
export function fabricatedObject(
  name: string,
  parts: Pick<PlanObject, 'objectKind' | 'reason'> & Partial<PlanObject>,
): PlanObject {
  return { outcome: 'skipped', name, dn: `CN=${name},${base}`, anchor: null, resourceId: null, ...parts }
}

function counts(some: Partial<KindCounts>): KindCounts {
  return { ...noCounts, ...some }
}

function roomChange(name: string, parts: Partial<Change>): Change {
  const [uid, dn] = [`${name}@corp.example`, `CN=${name},OU=Rooms,${base}`]
  const values = parts.kind === 'create' ? { room: 'room', uid, displayName: name } : { room: 'room' }
  return fabricatedChange({ objectKind: 'room', name: uid, dn, after: { values }, ...parts })
}

function contactName(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@partner.example`
}

function pictureChange(
  name: string,
  {
    kind = 'update',
    before,
    after,
    reason,
  }: {
    readonly kind?: Change['kind']
    readonly before: Photo | null
    readonly after: Photo | null
    readonly reason: 'picture-new' | 'picture-differs' | 'picture-missing' | 'picture-gone'
  },
): Change {
  return fabricatedChange({
    objectKind: 'avatar',
    kind,
    name: `${name}@corp.example`,
    before: before && { photo: before },
    after: after && { photo: after },
    reason: { kind: reason },
  })
}
