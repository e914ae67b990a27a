import { invalid, type Validated, valid } from './validate/validated.ts'

const disabledBit = 2
const integer = /^-?[0-9]{1,10}$/
const generalizedTime = /^[0-9]{10,14}(?:[.,][0-9]+)?(?:Z|[+-][0-9]{2,4})$/
/** The time that stands for "locked for good" in pwdAccountLockedTime. */
const permanentLock = /^000001010000(?:00)?Z$/

/**
 * What the value of ds-pwp-account-disabled says, as `disabled` or `active`:
 *
 *   userAccountControl         an integer; bit 2 set      disabled
 *   msDS-UserAccountDisabled,  TRUE (any letter case)     disabled
 *   nsAccountLock
 *   pwdAccountLockedTime       000001010000Z              disabled
 *                              any other time             active: a lock that wears off, after wrong passwords
 *   nothing                                               active
 *
 * Anything else is invalid: guessing "active" could reactivate a disabled account, guessing "disabled" a whole company.
 */
export function accountState(text: string): Validated {
  const value = text.trim()
  if (value === '') return valid('active')
  if (integer.test(value)) return valid((Number(value) & disabledBit) === 0 ? 'active' : 'disabled')
  if (/^true$/i.test(value)) return valid('disabled')
  if (/^false$/i.test(value)) return valid('active')
  if (generalizedTime.test(value)) return valid(permanentLock.test(value) ? 'disabled' : 'active')
  return invalid('does not say whether the account is disabled')
}
