import { parseDn } from '../../model/dn.ts'
import { invalid, type Validated, valid } from './validated.ts'

/** Names without escapes need no parser. */
const usual =
  /^[A-Za-z][A-Za-z0-9-]*=[^\\"+;<>#=,\s][^\\"+;<>#=,]*(?:,[A-Za-z][A-Za-z0-9-]*=[^\\"+;<>#=,\s][^\\"+;<>#=,]*)*$/

/** A DN, exactly as the directory gave it: it is looked up among the entries' own names. */
export function distinguishedName(text: string): Validated {
  if (text === '' || usual.test(text)) return valid(text)
  try {
    return parseDn(text).length > 0 ? valid(text) : valid('')
  } catch {
    return invalid('is not a distinguished name')
  }
}
