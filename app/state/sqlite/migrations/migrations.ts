import { initial } from './0001-initial.ts'
import { stayingEqual } from './0002-staying-equal.ts'
import { furtherKinds } from './0003-further-kinds.ts'
import { lookingThingsUp } from './0004-looking-things-up.ts'

/** In order; the number of the last one is the version of a state file. A migration that was released never changes. */
export const migrations: readonly string[] = [initial, stayingEqual, furtherKinds, lookingThingsUp]
