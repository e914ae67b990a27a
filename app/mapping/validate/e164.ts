import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** What became of a telephone number: `+494012345`, with an extension `+494012345;ext=12` (RFC 3966), or why not. */
export type ReadNumber =
  | { readonly kind: 'read'; readonly number: string }
  | { readonly kind: 'impossible-international' | 'impossible-national' | 'several' | 'no-area-code' | 'not-tried' }

/** Shorter ones may be internal extensions. */
const fewestDigits = 6
/** Area code and number together: what follows them behind a slash is another number. */
const digitsOfWholeNumber = 8
/** With its `+` (ITU-T E.164: 15 digits). libphonenumber lets longer ones pass. */
const longestNumber = 16
/** Nowhere is a number that long without its area code. */
const longerThanLocal = 10

/**
 * Reads an international number (`+` or `00`), or one as it is dialled within a country, into E.164. Not tried are
 * national numbers where the country is not known, and those that are so short that they may be internal.
 *
 * libphonenumber takes any number of a possible length, and where area codes differ in length (Germany, Austria) a number
 * without one has a possible length too. So a number without trunk prefix must be written as the country writes its
 * numbers, or be too long for a local one.
 */
export function readE164(text: string, country: string | null): ReadNumber {
  const written = plainlyWritten(text)
  const isInternational = written.startsWith('+')
  const impossible = { kind: isInternational ? 'impossible-international' : 'impossible-national' } as const
  const home = !isInternational && country !== null && isSupportedCountry(country) ? country : undefined
  if (!isInternational && (home === undefined || digitsOf(written).length < fewestDigits)) return { kind: 'not-tried' }
  if (holdsSeveral(written)) return { kind: 'several' }
  const phone = parsePhoneNumberFromString(written, { ...(home && { defaultCountry: home }), extract: false })
  if (phone === undefined || !phone.isPossible()) return impossible
  if (!isInternational && lacksAreaCode(phone, written)) return { kind: 'no-area-code' }
  const { number, ext } = phone
  if (number.length > longestNumber || !isStable(phone, written)) return impossible
  return { kind: 'read', number: ext === undefined ? number : `${number};ext=${ext}` }
}

/** With ASCII digits, and with the `+` of an international number in front, where `tel:(0049)` may have stood. */
function plainlyWritten(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (it) => String(it.charCodeAt(0) % 16))
    .replace(/^tel:\s*/i, '')
    .replace(/^\(((?:\+|00)[^()]*)\)/, '$1')
    .replace(/^00/, '+')
}

/** `040 12345/12346` would have a possible length too; `0049 (0)34321/123` is one number. */
function holdsSeveral(written: string): boolean {
  const slash = written.indexOf('/')
  return slash !== -1 && digitsOf(written.slice(0, slash).replace('(0)', '')).length >= digitsOfWholeNumber
}

function lacksAreaCode(phone: PhoneNumber, written: string): boolean {
  const { nationalNumber, ext } = phone
  const digits = digitsOf(ext === undefined ? written : written.slice(0, written.lastIndexOf(ext)))
  if (digits !== nationalNumber) return false
  if (!phone.isValid()) return true
  const usual = phone.format('NATIONAL', { formatExtension: (number) => number })
  return nationalNumber.length < longerThanLocal && digitsOf(usual) !== digits
}

/** Whether the number, read again, is the same: not where what is left after a prefix begins with another prefix. */
function isStable({ number }: PhoneNumber, written: string): boolean {
  if (written.startsWith('+') && number.slice(1) === digitsOf(written)) return true
  const again = parsePhoneNumberFromString(number, { extract: false })
  return again?.number === number && again.isPossible()
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, '')
}
