import type { ExplainedEntry } from '../../app/api/explain/explanation.ts'
import type { Tone } from '../../app/report/outcomeWord.ts'
import { texts } from '../texts/texts.ts'
import { pendingChanges } from './pendingChanges.ts'

/** What comes of an entry, in one line. */
export interface Verdict {
  readonly sentence: string
  readonly tone: Tone
  /** Whether a sync of this entry alone can do anything for it. */
  readonly canSync: 'yes' | 'not-selected' | 'not-synchronized'
}

/** What all decisions about an entry come to. */
export function verdictOn(entry: ExplainedEntry): Verdict {
  const { headline } = texts.people
  const { kindIs, decision, link, skipped, rivals, contact } = entry
  if (kindIs !== 'synchronized') {
    const sentence = kindIs === 'switched-off' ? headline.switchedOff : headline.notKept
    return { sentence, tone: 'none', canSync: 'not-synchronized' }
  }
  if (decision.kind !== 'selected') {
    if (decision.kind === 'filtered' && decision.verdict === 'undefined') {
      return { sentence: headline.unsure, tone: 'none', canSync: 'not-selected' }
    }
    const isHere = link !== null && link.vanishedAt === null
    const sentence = isHere ? headline.leaves : headline.notSelected
    return { sentence, tone: isHere ? 'remove' : 'none', canSync: 'not-selected' }
  }
  if (skipped !== null) return { sentence: headline.skipped, tone: 'none', canSync: 'yes' }
  const domain = otherDomainOf(entry)
  if (domain !== null) return { sentence: headline.otherDomain(domain), tone: 'none', canSync: 'yes' }
  if (rivals.length > 0) return { sentence: headline.conflict, tone: 'none', canSync: 'yes' }
  if (contact?.join?.kind === 'held') return { sentence: headline.held, tone: 'none', canSync: 'yes' }
  return { ...changeVerdict(entry), canSync: 'yes' }
}

/** The other domain to which the resource of an entry belongs (DC-32); null otherwise. */
export function otherDomainOf({ resource, group }: Pick<ExplainedEntry, 'resource' | 'group'>): string | null {
  return resource?.otherDomain ?? group?.resource?.otherDomain ?? null
}

export function hasResource({ resource, contact, group }: ExplainedEntry): boolean {
  return (resource ?? contact?.resource ?? group?.resource ?? null) !== null
}

function changeVerdict(entry: ExplainedEntry): Pick<Verdict, 'sentence' | 'tone'> {
  const { headline } = texts.people
  const { group, pending, picture } = entry
  if (!hasResource(entry)) return { sentence: headline.added, tone: 'add' }
  if (pending?.active?.before === true && !pending.active.after) return { sentence: headline.inactive, tone: 'remove' }
  if (pending?.active?.before === false && pending.active.after)
    return { sentence: headline.activeAgain, tone: 'change' }
  if (group?.rename) return { sentence: headline.renamed, tone: 'change' }
  const { length } = pendingChanges(entry)
  if (length > 0) return { sentence: headline.changed(length), tone: 'change' }
  if (picture?.kind === 'looked-at' && picture.change !== null) return { sentence: headline.picture, tone: 'change' }
  return group ? { sentence: headline.equalName, tone: 'none' } : { sentence: headline.equal, tone: 'equal' }
}
