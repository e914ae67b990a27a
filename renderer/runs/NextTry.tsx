import { Moment } from '../components/Moment.tsx'
import { texts } from '../texts/texts.ts'

/** When something is tried again; what is due waits for the next run. */
export function NextTry({ at }: { readonly at: string }) {
  return Date.parse(at) <= Date.now() ? texts.runs.setAside.due : <Moment at={at} stop="none" />
}
