import type { EventLevel } from '../../app/model/event.ts'
import type { Tone } from '../../app/report/outcomeWord.ts'
import { ToneMark } from '../components/ToneMark.tsx'
import { texts } from '../texts/texts.ts'

const marks: Readonly<Record<EventLevel, { readonly tone: Tone; readonly sign: string }>> = {
  error: { tone: 'remove', sign: '✕' },
  warning: { tone: 'change', sign: '!' },
  info: { tone: 'none', sign: 'i' },
  debug: { tone: 'none', sign: '·' },
}

/** How grave an event is, in a word, a sign and a colour. */
export function LevelMark({ level }: { readonly level: EventLevel }) {
  const { tone, sign } = marks[level]
  return (
    <ToneMark tone={tone} sign={sign}>
      {texts.events.levels[level]}
    </ToneMark>
  )
}
