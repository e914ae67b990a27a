import { everyKindPlaces } from './everyKindCompany.ts'
import { everyKindPictureSteps } from './everyKindPictureSteps.ts'
import { addRecord, moveRecord, removeRecord, replaceRecord } from './ldapmodify.ts'
import type { Deleted } from './weekDirectory.ts'
import { managersOf, membersOf, type WeekStep, weekStep } from './weekStep.ts'

/** What happens to a group of many. */
export function bigGroupSteps(baseDn: string): readonly WeekStep[] {
  const { people, crowd } = everyKindPlaces(baseDn)
  const all = `CN=all,${crowd}`
  return [
    weekStep(
      'one leaves the big group and another one comes',
      ({ change }) =>
        change(removeRecord(all, 'member', `CN=p7,${crowd}`), addRecord(all, 'member', `CN=ann,${people}`)),
      membersOf('all'),
    ),
  ]
}

/** What happens to rooms, pictures, contacts and groups of Active Directory, one after the other. */
export function everyKindSteps(baseDn: string): readonly WeekStep[] {
  return [...everyKindPictureSteps(baseDn), ...roomSteps(baseDn), ...contactSteps(baseDn), ...groupSteps(baseDn)]
}

function roomSteps(baseDn: string): readonly WeekStep[] {
  const { people, rooms, contacts, former } = everyKindPlaces(baseDn)
  const mark = 'msExchResourceMetaData'
  const room = 'ResourceType:Room'
  return [
    weekStep(
      'a room gets another name',
      ({ change }) => change(replaceRecord(`CN=atrium,${rooms}`, 'displayName', 'The great atrium')),
      ['update room atrium (differs: displayName)'],
    ),
    weekStep('a user becomes a room', ({ change }) => change(addRecord(`CN=hugo,${people}`, mark, room)), [
      'update room hugo (differs: employeeType, room)',
    ]),
    weekStep('a room becomes a user', ({ change }) => change(removeRecord(`CN=berlin,${rooms}`, mark, room)), [
      'update berlin (differs: employeeType, room)',
    ]),
    weekStep(
      'a room whose account is disabled becomes a user',
      ({ change }) => change(removeRecord(`CN=dome,${rooms}`, mark, room)),
      ['deactivate dome (account-disabled)'],
    ),
    weekStep('it becomes a room again', ({ change }) => change(addRecord(`CN=dome,${rooms}`, mark, room)), [
      'reactivate room dome (account-enabled)',
    ]),
    weekStep(
      'a room has a right SIP address at last',
      ({ change }) =>
        change(replaceRecord(`CN=dome,${rooms}`, 'msRTCSIP-PrimaryUserAddress', 'sip:dome@rooms.week.test')),
      ['update room dome (differs: sipAddresses;type=enterprise)'],
    ),
    weekStep(
      'a room becomes the manager of somebody',
      ({ change }) => change(addRecord(`CN=ann,${people}`, 'manager', `CN=dome,${rooms}`)),
      managersOf('ann'),
    ),
    weekStep(
      'a contact takes over',
      ({ change }) => change(replaceRecord(`CN=ann,${people}`, 'manager', `CN=paula,${contacts}`)),
      managersOf('ann'),
    ),
    weekStep('a room leaves', ({ change }) => change(moveRecord(`CN=cabin,${rooms}`, former)), [
      'deactivate room cabin (vanished)',
    ]),
    weekStep(
      'and comes back as a user with a mark that says nothing',
      ({ change }) =>
        change(
          moveRecord(`CN=cabin,${former}`, rooms),
          replaceRecord(`CN=cabin,${rooms}`, 'businessCategory', 'Storage'),
        ),
      ['update cabin (differs: room)'],
    ),
    weekStep(
      'which becomes a room again',
      ({ change }) => change(replaceRecord(`CN=cabin,${rooms}`, 'businessCategory', 'meeting room')),
      ['reactivate room cabin (account-enabled)'],
    ),
  ]
}

function contactSteps(baseDn: string): readonly WeekStep[] {
  const { contacts, former } = everyKindPlaces(baseDn)
  const dn = (name: string) => `CN=${name},${contacts}`
  let deleted: Deleted | undefined
  const added = `dn: ${dn('pascal')}\nchangetype: add\nobjectClass: contact\nmobile: +49 171 1234567\n\n`
  return [
    weekStep('a contact changes', ({ change }) => change(replaceRecord(dn('paula'), 'title', 'Head of buying')), [
      'update contact paula (differs: title)',
    ]),
    weekStep('a contact is added', ({ change }) => change(added), ['create contact pascal (new-in-selection)']),
    weekStep(
      'a contact without anything gets an address',
      ({ change }) => change(addRecord(dn('nothing'), 'mail', 'nothing@week.test')),
      ['create contact nothing (new-in-selection)'],
    ),
    weekStep('a contact moves out', ({ change }) => change(moveRecord(dn('petra'), former)), [
      'delete contact petra (vanished)',
    ]),
    weekStep('and comes back', ({ change }) => change(moveRecord(`CN=petra,${former}`, contacts)), [
      'create contact petra (new-in-selection)',
    ]),
    weekStep(
      'a contact is deleted',
      async ({ deletePerson }) => {
        deleted = await deletePerson(dn('peer'))
      },
      ['delete contact peer (vanished)'],
    ),
    weekStep(
      'and restored',
      async ({ restore }) => {
        if (deleted) await restore(deleted, 'peer')
      },
      ['create contact peer (new-in-selection)'],
    ),
  ]
}

function groupSteps(baseDn: string): readonly WeekStep[] {
  const { groups } = everyKindPlaces(baseDn)
  const group = (name: string) => `CN=${name},${groups}`
  return [
    weekStep(
      'a group becomes one for the whole forest',
      ({ change }) => change(replaceRecord(group('nest1'), 'groupType', '-2147483640')),
      [],
    ),
    weekStep(
      'the nesting changes',
      ({ change }) =>
        change(
          removeRecord(group('nest2'), 'member', group('nest3')),
          addRecord(group('nest1'), 'member', group('nest3')),
        ),
      membersOf('nest1', 'nest2'),
    ),
    weekStep(
      'a security group becomes a distribution group',
      ({ change }) => change(replaceRecord(group('nest4'), 'groupType', '2')),
      ['delete nest4 (vanished)', ...membersOf('nest3')],
    ),
    weekStep(
      'and a security group again',
      ({ change }) => change(replaceRecord(group('nest4'), 'groupType', '-2147483646')),
      ['create nest4 (new-in-selection)', ...membersOf('nest3')],
    ),
    weekStep(
      'the ring is broken',
      ({ change }) => change(removeRecord(group('ring2'), 'member', group('ring3'))),
      membersOf('ring2'),
    ),
  ]
}
