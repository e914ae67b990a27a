import type { PlanHeader } from '../model/plan.ts'
import type { Tone } from './outcomeWord.ts'
import { isVerificationOff } from './summarySentence.ts'

/** Something that keeps a plan from being applied, or from being relied on. */
export interface Concern {
  readonly label: 'Halted' | 'Approved' | 'Not read' | 'Warning'
  readonly tone: Tone
  readonly message: string
  /** Empty when the message says it already. */
  readonly remedy: string
}

/** Halts first, then what was not read, then warnings; a certificate that nobody verified before all other warnings. */
export function concerns(header: PlanHeader): readonly Concern[] {
  const isApplied = header.status === 'applied' || header.status === 'partly-applied'
  const halts = header.halted.map(({ name, message }): Concern => {
    const text = message.replace(/^Halted: /, '')
    if (isApplied) return { label: 'Approved', tone: 'none', message: text, remedy: '' }
    return {
      label: 'Halted',
      tone: 'remove',
      message: text,
      remedy: `To accept it: apply ${header.id} --approve ${name}`,
    }
  })
  const gaps = header.gaps.map(({ baseDn, message, remedy }): Concern => {
    return {
      label: 'Not read',
      tone: 'remove',
      message: message.includes(baseDn) ? message : `${baseDn}: ${message}`,
      remedy,
    }
  })
  const warnings = header.warnings
    .filter(({ level }) => level !== 'ok')
    .toSorted((one, other) => Number(isVerificationOff(other)) - Number(isVerificationOff(one)))
    .map(({ subject, message, remedy }): Concern => {
      return { label: 'Warning', tone: 'none', message: `${subject}: ${message}`, remedy }
    })
  return [...halts, ...gaps, ...warnings]
}
