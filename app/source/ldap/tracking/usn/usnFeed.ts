import { textAssertion } from '../../../../selection/filter/assertionValue.ts'
import type { Filter } from '../../../../selection/filter/filter.ts'
import type { AskedServer } from '../../askedServer.ts'
import type { DirectoryProfile } from '../../facts/directoryProfile.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { resultCode } from '../../protocol/resultCode.ts'
import { resultGap } from '../../reading/resultGap.ts'
import { type ChangeFeed, type FeedEvent, unreadablePosition } from '../changeFeed.ts'
import { changeReferencesGap } from '../changeReferencesGap.ts'
import { dirSyncOid } from '../dirsync/dirSyncControl.ts'
import { readOne } from '../readOne.ts'
import { searchPages } from '../searchPages.ts'
import { changeNames, sortChanges } from '../sortChanges.ts'
import { areTombstonesKept } from '../tombstoneAge.ts'
import { canShowTombstones, seesTombstones, showTombstones, tombstonesHidden } from '../tombstones.ts'
import { type Controller, readController } from './readController.ts'
import { formatUsnPosition, type KnownController, parseUsnPosition } from './usnPosition.ts'

/**
 * Active Directory's update sequence numbers (MS-ADTS 3.1.1.1.9): every change of an entry on a domain controller
 * raises the entry's uSNChanged to a new number of that controller. They say nothing about another controller, so that
 * a position holds one number for each that was used. Undefined where numbers or the controller's id are not shown.
 */
export async function usnFeed(
  server: AskedServer,
  contextDns: readonly string[],
  baseDns: readonly string[],
): Promise<ChangeFeed | undefined> {
  const { connection, profile } = server
  const controller = await readController(connection)
  if (controller === undefined || !(await areNumbersShown(server, contextDns))) return undefined
  const deletions = (await seesTombstones(server, contextDns)) ? 'told' : 'untold'
  let earlier: readonly KnownController[] = []

  return {
    method: 'usn',
    explanation: explain(server.name, profile, deletions),
    async position() {
      return formatUsnPosition(earlier, server.name, (await readController(connection)) ?? controller)
    },
    async *changesSince(text): AsyncGenerator<FeedEvent, void, void> {
      const position = parseUsnPosition(text)
      if (position === undefined) {
        yield unreadablePosition
        return
      }
      const now = (await readController(connection)) ?? controller
      earlier = position.controllers.filter((each) => !isRolledBack(each, now))
      const since = earlier.find((each) => each.invocationId === now.invocationId)
      if (since === undefined) {
        yield { kind: 'lost', message: explainLoss(server.name, position.controllers, now) }
        return
      }
      let gaps = 0
      for await (const event of changesIn(server, contextDns, baseDns, BigInt(since.usn))) {
        if (event.kind === 'gap') gaps += 1
        yield event
      }
      yield {
        kind: 'end',
        position: gaps > 0 ? text : formatUsnPosition(earlier, server.name, now),
        deletions: areTombstonesKept(since.time, now.time) ? deletions : 'untold',
      }
    },
  }
}

async function* changesIn(
  server: AskedServer,
  contextDns: readonly string[],
  baseDns: readonly string[],
  since: bigint,
): AsyncGenerator<FeedEvent, void, void> {
  const { profile } = server
  const controls = canShowTombstones(profile) ? showTombstones(profile) : []
  // Alone: with objectClass beside it the same search took three times as long.
  const filter: Filter = {
    ...{ kind: 'greaterOrEqual', attribute: 'uSNChanged' },
    value: textAssertion(String(since + 1n)),
  }
  const attributes = [...profile.anchorAttributes, 'isDeleted']
  for (const baseDn of contextDns) {
    const decoder = new EntryDecoder(changeNames(profile, ['isDeleted']))
    const references: string[] = []
    let read = 0
    for await (const answer of searchPages(server, { baseDn, scope: 'sub', filter, attributes, controls }, decoder)) {
      const { changed, deleted } = sortChanges(profile, answer.entries)
      if (changed.length > 0) yield { kind: 'changed', entries: changed }
      if (deleted.length > 0) yield { kind: 'deleted', anchors: deleted }
      references.push(...answer.references)
      read += answer.entries.length
      if (answer.result.code !== resultCode.success) {
        yield { kind: 'gap', gap: resultGap(baseDn, answer.result, read) }
      }
    }
    const gap = changeReferencesGap(server, baseDn, references, baseDns)
    if (gap !== undefined) yield { kind: 'gap', gap }
  }
}

async function areNumbersShown({ connection }: AskedServer, contextDns: readonly string[]): Promise<boolean> {
  for (const dn of contextDns) {
    const shown = await readOne(connection, { dn, attributes: ['uSNChanged'] })
    if (shown?.usnchanged === undefined) return false
  }
  return true
}

/** A number that was never given, by the controller that gave it: its database is an older one now. */
function isRolledBack(known: KnownController, now: Controller): boolean {
  return known.invocationId === now.invocationId && BigInt(known.usn) > now.highestUsn
}

function explainLoss(server: string, known: readonly KnownController[], now: Controller): string {
  const rolledBack = known.find((each) => isRolledBack(each, now))
  if (rolledBack !== undefined) {
    return `${server} has given change number ${now.highestUsn} last, but ${rolledBack.usn} was read from ${rolledBack.server} before: its database was restored.`
  }
  const names = [...new Set(known.map((each) => each.server))].join(', ')
  return `Change numbers hold for one domain controller; those known are of ${names}, and the database of ${server} is another one.`
}

function explain(server: string, profile: DirectoryProfile, deletions: 'told' | 'untold'): string {
  const changes = `Changes are found by the change numbers (uSNChanged) of ${server}`
  const better = profile.rootDse.supportedControls.includes(dirSyncOid)
    ? ''
    : ' DirSync, which holds for all domain controllers, is not offered by this server.'
  if (deletions === 'told') return `${changes}, deletions by its tombstones.${better}`
  const why = canShowTombstones(profile) ? tombstonesHidden : 'this server shows no tombstones'
  return `${changes}; deletions by comparing which entries are still there, because ${why}.${better}`
}
