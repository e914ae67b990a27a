import type { RunStatus } from '../../app/model/run.ts'
import type { Tone } from '../../app/report/outcomeWord.ts'
import { ToneMark } from '../components/ToneMark.tsx'
import { texts } from '../texts/texts.ts'

const marks: Readonly<Record<RunStatus, { readonly tone: Tone; readonly sign: string }>> = {
  running: { tone: 'none', sign: '…' },
  planned: { tone: 'none', sign: '»' },
  equal: { tone: 'equal', sign: '=' },
  done: { tone: 'equal', sign: '✓' },
  partial: { tone: 'remove', sign: '!' },
  halted: { tone: 'remove', sign: '■' },
  refused: { tone: 'remove', sign: '✕' },
  failed: { tone: 'remove', sign: '!' },
  interrupted: { tone: 'remove', sign: '!' },
}

/** How a run ended, in a word, a sign and a colour. */
export function ResultMark({ status }: { readonly status: RunStatus }) {
  const { tone, sign } = marks[status]
  return (
    <ToneMark tone={tone} sign={sign}>
      {texts.runStatuses[status]}
    </ToneMark>
  )
}
