import { z } from 'zod'

/** Whatever somebody types or pastes into one line: a part of a name, an address, a DN. The longest DNs have some thousand characters. */
export const typedText = z.string().max(4000)
