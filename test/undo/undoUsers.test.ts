import { didOf, linkOf, said, undone, undoWorld, userOf } from './undoWorld.ts'

const vanished = { kind: 'vanished', lastDn: 'CN=u1' } as const
const at = '2026-01-01T00:00:00.000Z'

describe('taking back an update of a user', () => {
  const did = didOf('u1', {
    kind: 'update',
    before: { values: { title: 'Cook', displayName: null } },
    after: { values: { title: 'Chef', displayName: 'Ann' } },
  })

  it('gives each attribute the value of before', () => {
    const world = undoWorld()
    world.did.push(did)
    world.users.push(userOf('u1', { uid: 'u1@x', title: 'Chef', displayName: 'Ann' }))
    expect(said(undone(world))).toEqual(['update u1 {"title":"Cook","displayName":null} (update, unchanged)'])
    expect(undone(world)).toMatchObject([
      { change: { name: 'u1@x', anchor: 'a-u1', before: { values: { title: 'Chef', displayName: 'Ann' } } } },
    ])
  })

  it('leaves alone, and tells, what was changed since', () => {
    const world = undoWorld()
    world.did.push(did)
    world.users.push(userOf('u1', { uid: 'u1@x', title: 'Pilot', displayName: 'Ann' }))
    expect(said(undone(world))).toEqual(['note u1@x title', 'update u1 {"displayName":null} (update, unchanged)'])
    world.users[0] = userOf('u1', { uid: 'u1@x', title: 'Pilot', displayName: 'Anna' })
    expect(undone(world)).toMatchObject([
      { note: { attribute: 'title' } },
      { note: { attribute: 'displayName' } },
      { object: { outcome: 'skipped', reason: { kind: 'changed-since', attributes: ['title', 'displayName'] } } },
    ])
  })

  it('plans nothing where all is as before already, or where nobody is left', () => {
    const world = undoWorld()
    world.did.push(did, didOf('u2', { kind: 'update', before: { values: {} }, after: { values: { title: 'Chef' } } }))
    world.users.push(userOf('u1', { uid: 'u1@x', title: 'Cook' }))
    expect(said(undone(world))).toEqual(['as-before u1', 'gone-since u2'])
  })

  it('leaves what the store had not kept', () => {
    const world = undoWorld()
    world.did.push({ ...did, outcome: { kind: 'done', resourceId: 'u1', ignored: ['title'] } })
    world.users.push(userOf('u1', { uid: 'u1@x', displayName: 'Ann' }))
    expect(said(undone(world))).toEqual(['update u1 {"displayName":null} (update, unchanged)'])
  })

  it('looks at nothing that failed or was never tried', () => {
    const world = undoWorld()
    world.did.push({ ...did, outcome: null })
    world.did.push({ ...did, outcome: { kind: 'failed', code: 'refused', message: '', remedy: '' } })
    world.users.push(userOf('u1', { uid: 'u1@x', title: 'Chef', displayName: 'Ann' }))
    expect(undone(world)).toEqual([])
  })

  it('compares addresses without case, and everything else with it', () => {
    const world = undoWorld()
    world.did.push(
      didOf('u1', {
        kind: 'update',
        before: { values: { uid: 'ann@x', title: 'Cook' } },
        after: { values: { uid: 'ann.reed@x', title: 'cook' } },
      }),
    )
    world.users.push(userOf('u1', { uid: 'Ann.Reed@x', title: 'COOK' }))
    expect(said(undone(world))).toEqual(['note u1@x title', 'update u1 {"uid":"ann@x"} (update, unchanged)'])
  })
})

describe('taking back a uid', () => {
  const renamed = (id: string, before: string, after: string) =>
    didOf(id, { kind: 'update', before: { values: { uid: before } }, after: { values: { uid: after } } })

  it('waits for nobody who gives the name back as well, along a whole chain', () => {
    const world = undoWorld()
    world.did.push(renamed('u1', 'a@x', 'b@x'), renamed('u2', 'c@x', 'a@x'), renamed('u3', 'd@x', 'c@x'))
    world.users.push(userOf('u1', { uid: 'b@x' }), userOf('u2', { uid: 'a@x' }), userOf('u3', { uid: 'c@x' }))
    expect(said(undone(world))).toEqual([
      'update u1 {"uid":"a@x"} (update, unchanged)',
      'update u2 {"uid":"c@x"} (update, unchanged)',
      'update u3 {"uid":"d@x"} (update, unchanged)',
    ])
  })

  it('leaves the name to a user who keeps it, at the end of a chain too', () => {
    const world = undoWorld()
    world.did.push(renamed('u1', 'a@x', 'b@x'), renamed('u2', 'c@x', 'a@x'))
    world.users.push(userOf('u1', { uid: 'b@x' }), userOf('u2', { uid: 'a@x' }), userOf('u9', { uid: 'C@x' }))
    expect(said(undone(world))).toEqual(['note u1@x uid', 'changed-since u1', 'note u2@x uid', 'changed-since u2'])
  })

  it('leaves it to the user that the run created under that name, who is inactive from now on', () => {
    const world = undoWorld()
    world.did.push(renamed('u1', 'a@x', 'b@x'))
    world.did.push(didOf('u2', { kind: 'create', before: null, after: { active: true, values: { uid: 'a@x' } } }))
    world.users.push(userOf('u1', { uid: 'b@x' }), userOf('u2', { uid: 'a@x' }))
    world.links.push(linkOf('u2'))
    expect(said(undone(world))).toEqual([
      'note u1@x uid',
      'changed-since u1',
      'deactivate u2 {"active":false} (create, begins)',
    ])
  })
})

describe('taking back who is active', () => {
  it('makes active again, and ends the wait for deletion that the run began', () => {
    const world = undoWorld()
    world.did.push(
      didOf('u1', { kind: 'deactivate', before: { active: true }, after: { active: false }, reason: vanished }),
      didOf('u2', {
        kind: 'deactivate',
        before: { active: true, values: { title: 'Cook' } },
        after: { active: false, values: { title: 'Chef' } },
        reason: { kind: 'account-disabled' },
      }),
    )
    world.users.push(userOf('u1', { uid: 'u1@x' }, { active: false }))
    world.users.push(userOf('u2', { uid: 'u2@x', title: 'Chef' }, { active: false }))
    world.links.push(linkOf('u1', { vanishedAt: at }))
    expect(said(undone(world))).toEqual([
      'reactivate u1 {"active":true} (deactivate, ends)',
      'reactivate u2 {"active":true,"title":"Cook"} (deactivate, unchanged)',
    ])
  })

  it('ends a wait that began without a write, once', () => {
    const world = undoWorld()
    world.did.push(
      didOf('u1', { kind: 'deactivate', before: { active: false }, after: { active: false }, reason: vanished }),
    )
    world.users.push(userOf('u1', { uid: 'u1@x' }, { active: false }))
    world.links.push(linkOf('u1', { vanishedAt: at }))
    expect(said(undone(world))).toEqual(['update u1 {"active":false} (deactivate, ends)'])
    world.links[0] = linkOf('u1')
    expect(said(undone(world))).toEqual(['as-before u1'])
  })

  it('leaves who was made active, or inactive, by somebody else', () => {
    const world = undoWorld()
    world.did.push(
      didOf('u1', { kind: 'deactivate', before: { active: true }, after: { active: false }, reason: vanished }),
    )
    world.users.push(userOf('u1', { uid: 'u1@x' }))
    expect(said(undone(world))).toEqual(['as-before u1'])
  })

  it('makes inactive again, and begins the wait anew when the run had ended one', () => {
    const world = undoWorld()
    const wrote = { kind: 'reactivate', before: { active: false }, after: { active: true } } as const
    world.did.push(didOf('u1', { ...wrote, reason: { kind: 'back-in-selection', vanishedAt: at } }))
    world.did.push(didOf('u2', { ...wrote, reason: { kind: 'account-enabled' } }))
    world.users.push(userOf('u1', { uid: 'u1@x' }), userOf('u2', { uid: 'u2@x' }))
    expect(said(undone(world))).toEqual([
      'deactivate u1 {"active":false} (reactivate, begins)',
      'deactivate u2 {"active":false} (reactivate, unchanged)',
    ])
  })

  it('never makes administrators and protected users inactive, but takes back their values', () => {
    const world = undoWorld({ isProtected: ({ uid }) => uid === 'u2@x' })
    for (const id of ['u1', 'u2', 'u3']) {
      const values = id === 'u3' ? { title: 'Chef' } : undefined
      world.did.push(
        didOf(id, {
          kind: 'reactivate',
          before: { active: false, ...(values && { values: { title: 'Cook' } }) },
          after: { active: true, ...(values && { values }) },
        }),
      )
    }
    world.users.push(userOf('u1', { uid: 'u1@x' }, { administrator: true }), userOf('u2', { uid: 'u2@x' }))
    world.users.push(userOf('u3', { uid: 'u3@x', title: 'Chef' }, { administrator: true }))
    expect(said(undone(world))).toEqual([
      'administrator u1',
      'protected u2',
      'note u3@x active',
      'update u3 {"title":"Cook"} (reactivate, unchanged)',
    ])
  })

  it('can itself be taken back', () => {
    const world = undoWorld()
    const reason = { kind: 'undo', runId: 3, of: 'create', wait: 'begins' } as const
    world.did.push(didOf('u1', { kind: 'deactivate', before: { active: true }, after: { active: false }, reason }))
    world.users.push(userOf('u1', { uid: 'u1@x' }, { active: false }))
    world.links.push(linkOf('u1', { vanishedAt: at }))
    expect(said(undone(world))).toEqual(['reactivate u1 {"active":true} (deactivate, ends)'])
  })
})

describe('taking back the creation of a user', () => {
  const created = (id: string, active = true) =>
    didOf(id, { kind: 'create', before: null, after: { active, values: { uid: `${id}@x`, title: 'Chef' } } })

  it('makes the user inactive, and leaves the deletion to the wait', () => {
    const world = undoWorld()
    world.did.push(created('u1'))
    world.users.push(userOf('u1', { uid: 'u1@x', title: 'Pilot' }))
    world.links.push(linkOf('u1'))
    expect(said(undone(world))).toEqual(['deactivate u1 {"active":false} (create, begins)'])
  })

  it.each([
    ['is gone', [], [linkOf('u1')]],
    ['waits already', [userOf('u1', { uid: 'u1@x' }, { active: false })], [linkOf('u1', { vanishedAt: at })]],
    ["is inactive and nobody's", [userOf('u1', { uid: 'u1@x' }, { active: false })], []],
  ])('plans nothing when it %s', (_, users, links) => {
    const world = undoWorld()
    world.did.push(created('u1'))
    world.users.push(...users)
    world.links.push(...links)
    expect(said(undone(world))).toEqual(['as-before u1'])
  })

  it('takes back one that was done but for the manager, and none that failed', () => {
    const world = undoWorld()
    const outcome = { kind: 'failed', code: 'not-found', message: '', remedy: '' } as const
    world.did.push({ ...created('u1'), outcome })
    world.did.push({ change: { ...created('u2').change, resourceId: null }, outcome })
    world.users.push(userOf('u1', { uid: 'u1@x' }), userOf('u2', { uid: 'u2@x' }))
    world.links.push(linkOf('u1'), linkOf('u2'))
    expect(said(undone(world))).toEqual(['deactivate u1 {"active":false} (create, begins)'])
  })

  it('begins the wait of a user who is inactive without one', () => {
    const world = undoWorld()
    world.did.push(created('u1', false))
    world.users.push(userOf('u1', { uid: 'u1@x' }, { active: false }))
    world.links.push(linkOf('u1'))
    expect(said(undone(world))).toEqual(['deactivate u1 {"active":false} (create, begins)'])
  })

  it('leaves who was made active since, or belongs to another entry or another domain', () => {
    const world = undoWorld({
      organization: { kind: 'shared', domain: 'corp.test', marks: ['user'], otherDomains: [] },
    })
    world.did.push(created('u1', false), created('u2'), created('u3'))
    world.users.push(userOf('u1', { uid: 'u1@x' }), userOf('u2', { uid: 'u2@x' }))
    world.users.push(userOf('u3', { uid: 'u3@x', connectorDomain: 'emea.test' }))
    world.links.push(linkOf('u1'), linkOf('u2', { anchor: 'made-again' }))
    expect(said(undone(world))).toEqual(['changed-since u1', 'changed-since u2', 'other-domain u3'])
  })

  it('deletes at once without days to wait, unless somebody changed the user since', () => {
    const world = undoWorld({ softDeleteDays: 0 })
    world.did.push(created('u1'), created('u2'))
    world.users.push(userOf('u1', { uid: 'U1@x', title: 'Chef' }), userOf('u2', { uid: 'u2@x', title: 'Pilot' }))
    world.links.push(linkOf('u1'), linkOf('u2'))
    expect(said(undone(world))).toEqual(['delete u1 {} (create, unchanged)', 'changed-since u2'])
  })

  it.each([7, 0])('never touches administrators and protected users, with %d days to wait', (softDeleteDays) => {
    const world = undoWorld({ softDeleteDays, isProtected: ({ dn }) => dn === 'CN=u2' })
    world.did.push(created('u1'), created('u2'))
    world.users.push(userOf('u1', { uid: 'u1@x', title: 'Chef' }, { administrator: true }))
    world.users.push(userOf('u2', { uid: 'u2@x', title: 'Chef' }))
    world.links.push(linkOf('u1'), linkOf('u2'))
    expect(said(undone(world))).toEqual(['administrator u1', 'protected u2'])
  })
})

describe('taking back the deletion of a user', () => {
  const deleted = (id: string, manager: string | null = null, active = false) =>
    didOf(id, {
      kind: 'delete',
      before: { active, values: { uid: `${id}@x`, title: 'Chef', ...(manager && { manager }) } },
      after: null,
      reason: { kind: 'vanished-long-enough', vanishedAt: at, days: 7 },
    })

  it('creates the user again as recorded', () => {
    const world = undoWorld()
    world.did.push(deleted('u1'))
    expect(said(undone(world))).toEqual(['create new {"active":false,"uid":"u1@x","title":"Chef"} (delete, unchanged)'])
    expect(undone(world)).toMatchObject([{ change: { anchor: 'a-u1', dn: 'CN=u1', baseDn: 'DC=test', before: null } }])
  })

  it('gives the manager back who is there, or is made again too, and tells of one who is gone', () => {
    const world = undoWorld()
    world.users.push(userOf('boss', { uid: 'boss@x' }))
    world.did.push(deleted('u1', 'boss'), deleted('u2', 'u1'), deleted('u3', 'nobody'))
    expect(said(undone(world))).toEqual([
      'create new {"active":false,"uid":"u1@x","title":"Chef","manager":"boss"} (delete, unchanged)',
      'create new {"active":false,"uid":"u2@x","title":"Chef","manager":"entry:a-u1"} (delete, unchanged)',
      'note u3@x manager',
      'create new {"active":false,"uid":"u3@x","title":"Chef"} (delete, unchanged)',
    ])
    expect(undone(world)).toMatchObject([
      { change: { managerNames: { before: null, after: 'boss@x' } } },
      { change: { managerNames: { before: null, after: 'u1@x' } } },
      {},
      {},
    ])
  })

  it('makes nobody again beside a user of that name or address, or of that entry', () => {
    const world = undoWorld()
    world.did.push(deleted('u1'), deleted('u2'), deleted('u3'))
    world.users.push(userOf('n1', { uid: 'U1@x' }), userOf('n2', { uid: 'other@x' }, { emails: ['u2@x'] }))
    world.users.push(userOf('n3', { uid: 'new@x' }))
    world.links.push(linkOf('n3', { anchor: 'a-u3' }))
    expect(said(undone(world))).toEqual(['as-before n1', 'replaced-since u2 by n2', 'replaced-since u3 by n3'])
  })
})

describe('taking back a manager', () => {
  const promoted = didOf('u1', {
    kind: 'update',
    before: { values: { manager: 'old' } },
    after: { values: { manager: 'entry:a-new' } },
    managerNames: { before: 'old@x', after: 'new@x' },
  })

  it('knows the manager whom the run created, and gives back the one of before', () => {
    const world = undoWorld()
    world.did.push(promoted, didOf('new', { kind: 'create', before: null, after: { values: { uid: 'new@x' } } }))
    world.users.push(userOf('u1', { uid: 'u1@x', manager: 'new' }), userOf('old', { uid: 'old@x' }))
    expect(said(undone(world))).toEqual(['update u1 {"manager":"old"} (update, unchanged)', 'as-before new'])
    expect(undone(world)).toMatchObject([{ change: { managerNames: { before: 'new@x', after: 'old@x' } } }, {}])
  })

  it('leaves the reference when the one of before is gone', () => {
    const world = undoWorld()
    world.did.push(promoted)
    world.links.push(linkOf('new'))
    world.users.push(userOf('u1', { uid: 'u1@x', manager: 'new' }))
    expect(said(undone(world))).toEqual(['note u1@x manager', 'changed-since u1'])
  })

  it('takes no deleted group for the manager, whatever its id', () => {
    const world = undoWorld()
    world.did.push(
      didOf('u1', { kind: 'update', before: { values: { manager: '7' } }, after: { values: { manager: null } } }),
      didOf('7', { objectKind: 'group', kind: 'delete', before: { displayName: 'Crew' }, after: null }),
    )
    world.users.push(userOf('u1', { uid: 'u1@x' }))
    expect(said(undone(world)).slice(0, 2)).toEqual(['note u1@x manager', 'changed-since u1'])
  })

  it('points to the one whom the undo makes again, and is content when that was done', () => {
    const world = undoWorld()
    world.did.push(
      didOf('u1', { kind: 'update', before: { values: { manager: 'old' } }, after: { values: { manager: null } } }),
    )
    world.did.push(didOf('old', { kind: 'delete', before: { active: true, values: { uid: 'old@x' } }, after: null }))
    world.users.push(userOf('u1', { uid: 'u1@x' }))
    expect(said(undone(world))[0]).toBe('update u1 {"manager":"entry:a-old"} (update, unchanged)')
    world.users[0] = userOf('u1', { uid: 'u1@x', manager: 'again' })
    world.users.push(userOf('again', { uid: 'old@x' }))
    world.links.push(linkOf('again', { anchor: 'a-old' }))
    expect(said(undone(world))).toEqual(['as-before u1', 'as-before again'])
  })
})
