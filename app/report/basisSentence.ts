import { assertNever } from '../model/assertNever.ts'
import type { PlanHeader } from '../model/plan.ts'
import type { TrackingMethod } from '../model/watermark.ts'
import { counted } from './counted.ts'

const methods: Readonly<Record<TrackingMethod, string>> = {
  dirsync: 'DirSync',
  usn: 'uSNChanged',
  syncrepl: 'content synchronization',
  timestamps: 'modifyTimestamp',
}

/** What a plan was computed from, in one sentence. `entries` were read of the directory. */
export function basisSentence({ basis, complete }: Pick<PlanHeader, 'basis' | 'complete'>, entries: number): string {
  const read = counted(entries, 'entry', 'entries')
  switch (basis.kind) {
    case 'full':
      return complete ? `Read complete, ${read}.` : ''
    case 'changes':
      if (basis.method === 'comparison') {
        return `The directory was compared whole: ${counted(basis.read, 'object')} to look at.`
      }
      return `The directory told ${counted(basis.read, 'change')} (${methods[basis.method]}); ${read} read again.`
    case 'snapshot':
      return `From what is held of the directory, brought up to date by ${counted(basis.read, 'change')}.`
    case 'only':
      return `This is a sync of one entry: ${basis.dn}.`
    case 'undo':
      return ''
    default:
      return assertNever(basis)
  }
}
