interface LogonFailure {
  readonly meaning: string
  readonly remedy: string
}

const resetPassword = "Set the account's password anew, and put the new one into the settings."

/** What the hexadecimal number after `data` means in Active Directory's answer to a bind (Windows error codes). */
const failures: Readonly<Record<string, LogonFailure>> = {
  '52e': { meaning: 'the password is wrong (or the user name is)', remedy: 'Correct the user or the password.' },
  '525': { meaning: 'there is no such user', remedy: 'Correct the user: a DN, user@domain, or DOMAIN\\user.' },
  '530': { meaning: 'the account may not sign in at this hour', remedy: "Change the account's logon hours." },
  '531': {
    meaning: 'the account may not sign in from this computer',
    remedy: 'Add the domain controller to the computers that the account may log on to.',
  },
  '532': { meaning: 'the password has expired', remedy: resetPassword },
  '533': { meaning: 'the account is disabled', remedy: 'Enable the account.' },
  '701': { meaning: 'the account has expired', remedy: "Change the account's expiry date." },
  '773': { meaning: 'the password must be changed at the first sign-in', remedy: resetPassword },
  '775': {
    meaning: 'the account is locked out',
    remedy: 'Unlock the account, and find out who uses a wrong password.',
  },
}

/** What Active Directory's diagnostic text says of a refused bind; undefined when it names no number known here. */
export function adLogonFailure(diagnostic: string): LogonFailure | undefined {
  const number = /\bdata ([0-9a-f]+)\b/i.exec(diagnostic)?.[1]
  return number === undefined ? undefined : failures[number.toLowerCase()]
}
