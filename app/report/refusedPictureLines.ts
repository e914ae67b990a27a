import { number } from './counted.ts'
import { listed } from './listed.ts'
import { refusedWord } from './outcomeWord.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'
import type { RefusedPictures } from './refusedPictures.ts'

/** Refused pictures for a terminal: a heading, and for each problem how many have it, the first names, and what to do. */
export function* refusedPictureLines(refused: readonly RefusedPictures[], paint: Paint): Generator<string> {
  if (refused.length === 0) return
  const count = refused.reduce((sum, one) => sum + one.count, 0)
  yield ''
  yield paint(`Pictures: refused (${number(count)})`, 'strong')
  for (const one of refused) {
    yield `  ${refusedWord.sign} ${one.code}  ${number(one.count)}: ${printable(namesOf(one))}`
    yield `      ${printable(`${problemOf(one)} ${one.remedy}`.trim())}`
  }
}

function namesOf({ names, count }: RefusedPictures): string {
  const others = count - names.length
  return others > 0 ? `${names.join(', ')} and ${number(others)} more` : listed(names)
}

/** A problem with a number or an address in it is that of one person. */
function problemOf({ isSame, names, problem }: RefusedPictures): string {
  return isSame ? problem : `${names[0]}: ${problem}`
}
