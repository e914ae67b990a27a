import type { ErrorTexts } from './errorText.ts'

/** Errors of the settings: what an administrator wrote does not fit. */
export const settingsErrors = {
  'address-refused': {
    meaning: 'An address of pictures leads to a place that is not asked on purpose.',
    cause: 'The pattern gives an address of this computer or of a private network that was not allowed.',
    remedy: 'Use the public name of the picture server, or allow that address on purpose under Avatars.',
  },
  'data-folder-exists': {
    meaning: 'The folder is a data folder already.',
    cause: 'init was called for one that is in use.',
    remedy: 'Change its settings with settings import, or name another folder. Nothing was changed.',
  },
  'empty-password': {
    meaning: 'The password for the directory is empty.',
    cause:
      'The environment variable or the file that holds it is there, but has nothing in it. A server would take that for an anonymous sign-in and show almost nothing.',
    remedy: 'Give the password again under General, or choose the sign-in method anonymous on purpose.',
  },
  'excluded-base': {
    meaning: 'A container is excluded together with everything that was selected.',
    cause: 'An exclusion names a base DN itself, or a container above it.',
    remedy: 'Remove the base DN under Selection, or exclude only containers below it.',
  },
  'external-needs-tls': {
    meaning: 'Signing in with a client certificate needs an encrypted connection.',
    cause: 'The server is given as ldap:// without StartTLS.',
    remedy: 'Use ldaps://, or switch StartTLS on.',
  },
  'invalid-attribute': {
    meaning: 'Something that should be the name of an attribute cannot be one.',
    cause: 'A value was written where a name belongs, or the name has a space or starts with a digit.',
    remedy: 'Write the name as the directory spells it, such as extensionAttribute1.',
  },
  'invalid-certificate-file': {
    meaning: 'A certificate file cannot be used.',
    cause: 'The file is not in PEM form, is cut off, or the key does not belong to the certificate.',
    remedy: 'Export the authority as Base-64 encoded X.509, and give a client certificate with its own key.',
  },
  'invalid-dn': {
    meaning: 'Something that should be a DN is not one.',
    cause: 'A comma or an equals sign is missing, or a special character is not escaped.',
    remedy:
      'Correct it at the position that the message names; a DN looks like OU=Sales,DC=corp,DC=example. Choosing from the tree avoids typing.',
  },
  'invalid-expression': {
    meaning: 'An expression of the mapping is wrong.',
    cause: 'A quote or a parenthesis is not closed, or a function does not exist or has the wrong number of values.',
    remedy:
      'Correct it at the position that the message names. The editor under Mapping shows the same place and completes names.',
  },
  'invalid-filter': {
    meaning: 'An LDAP filter is wrong.',
    cause: 'Parentheses do not match, or a special character in a value is not escaped.',
    remedy:
      'Correct it at the position that the message names; a filter looks like (&(department=Sales)(!(title=Intern))).',
  },
  'invalid-pattern': {
    meaning: 'The address pattern of the pictures is wrong.',
    cause: 'A brace is not closed, or what stands between them is no attribute with a regular expression.',
    remedy: 'Correct it at the position that the message names, then try it with one person under Avatars.',
  },
  'invalid-server': {
    meaning: 'The address of a directory server is not one.',
    cause: 'The scheme is missing, or the port is not a number up to 65535.',
    remedy: 'Write ldaps://host or ldap://host:port.',
  },
  'invalid-settings': {
    meaning: 'The settings have values that cannot be used.',
    cause: 'A field is missing, has a value outside its range, or contradicts another one.',
    remedy: 'Correct what the message names; each place leads to its field. Nothing was saved.',
  },
  'invalid-value': {
    meaning: 'A value of an entry is not what its attribute needs.',
    cause: 'A mail address, telephone number, language or country is not in its standard form.',
    remedy:
      'Correct the value in the directory, or shape it with an expression under Mapping. The value is left out until then.',
  },
  'missing-value': {
    meaning: 'An entry has nothing for an attribute that the cloud needs.',
    cause: 'The attribute that the mapping reads is empty for this entry; often the mail address or the name.',
    remedy:
      'Fill the attribute in the directory, or give the row a fallback under Mapping. The entry is skipped until then; nobody else is affected.',
  },
  'newer-version': {
    meaning: 'The settings were written by a newer version of the connector.',
    cause: 'A file was imported from a newer installation, or the connector was put back to an older version.',
    remedy: 'Install the newer version, or use settings of this one.',
  },
  'no-avatar-settings': {
    meaning: 'The settings do not say where pictures of people are found.',
    cause: 'Avatars were never set up.',
    remedy: 'Choose a source of pictures under Avatars.',
  },
  'no-data-folder': {
    meaning: 'The folder that was named is not a data folder.',
    cause: 'The path is wrong, or it was never set up.',
    remedy: 'Name another one with --data-dir, or go through the first steps.',
  },
  'no-dry-run': {
    meaning: 'The present settings were never tried.',
    cause: 'They were changed since the last dry run, or none was made.',
    remedy: 'Make a dry run and look at what would change; then the full sync is possible.',
  },
  'no-selection': {
    meaning: 'Nothing is selected yet.',
    cause: 'No base DN is chosen.',
    remedy: 'Choose the containers to read under Selection.',
  },
  'no-sign-in': {
    meaning: 'The identity store of the demo has no way to sign in.',
    cause: 'It was started without a token and without a client.',
    remedy: 'Give it a token, or at least one client id with its secret.',
  },
  'no-such-secret': {
    meaning: 'The settings have no place for this secret.',
    cause: 'The way of signing in that is chosen needs none.',
    remedy: 'Choose another way of signing in first, or leave the secret out.',
  },
  'not-pem': {
    meaning: 'A certificate file is not in PEM form.',
    cause: 'It is binary (DER), as Windows exports it by default.',
    remedy: 'Export it as Base-64, or convert it with openssl x509 -inform der.',
  },
  'not-selected': {
    meaning: 'The entry is in the directory, but not selected.',
    cause:
      'It lies outside the base DNs, in an excluded container, or the filter leaves it out; the message says which.',
    remedy: 'Change the selection, look at a dry run, and sync then. Explain shows every decision about this entry.',
  },
  'not-set-up': {
    meaning: 'Nothing is set up yet.',
    cause: 'The connector is new, or its data folder was moved.',
    remedy: 'Go through the first steps.',
  },
  'not-utf8': {
    meaning: 'The settings file is not UTF-8 text.',
    cause: 'Windows PowerShell 5 writes UTF-16 when output is redirected with ">".',
    remedy: 'Save it as UTF-8, for instance with Set-Content -Encoding utf8.',
  },
  'not-yaml': {
    meaning: 'The settings file is not correct YAML.',
    cause: 'A quote or colon is missing, or the indentation is wrong.',
    remedy: 'Correct the lines that the message names.',
  },
  'own-domain': {
    meaning: 'The domain of this connector is listed as another domain.',
    cause: 'organization.otherDomains names the domain that is read here; nothing of it could then be written.',
    remedy: 'Remove it from that list.',
  },
  'pem-unreadable': {
    meaning: 'A certificate file cannot be read.',
    cause: 'The path is wrong, or the account of the service may not open the file.',
    remedy: 'Correct the path, or its rights.',
  },
  'plan-of-other-settings': {
    meaning: 'The plan was made with other settings than those that are saved now.',
    cause: 'Somebody changed the settings after the dry run.',
    remedy: 'Make a new dry run; what you review is then what is applied.',
  },
  'required-mapping': {
    meaning: 'A row of the mapping that the cloud cannot do without is switched off.',
    cause: 'Name, mail address or state of the account is required for each person.',
    remedy: 'Give the row an expression, or leave it at its default.',
  },
  'secret-missing': {
    meaning: 'A password or token cannot be found.',
    cause:
      'The environment variable is not set for the process of the service, or the file is missing, empty, or open to other accounts of this computer.',
    remedy: 'Put it there again, or give it under General, where the connector keeps it itself.',
  },
  'settings-changed': {
    meaning: 'The settings have changed in a way that matters to everybody.',
    cause:
      'Selection, mapping, guards or the store are not what they were at the last full sync; an incremental sync would treat some people by old rules.',
    remedy: 'Make a dry run, review it and apply it. One from what is held already is quick.',
  },
  'settings-changed-meanwhile': {
    meaning: 'Somebody else has saved other settings in the meantime.',
    cause: 'A second window, browser or the command line saved while this page was open.',
    remedy: 'Look at the settings as they are now, and make your changes again. Nothing was overwritten.',
  },
  'settings-unreadable': {
    meaning: 'The settings file cannot be read.',
    cause: 'The path is wrong, or the account of the service may not open it.',
    remedy: 'Correct the path, or the rights of the file.',
  },
  'settings-unusable': {
    meaning: 'The settings in the data folder cannot be used.',
    cause: 'The file was changed by hand, or is of a newer version.',
    remedy: 'Correct what the message names; the service goes on with what it had before, or waits.',
  },
  'tracking-not-offered': {
    meaning: 'The directory does not offer the chosen way to find changes.',
    cause: 'DirSync needs the right Replicating Directory Changes; syncrepl needs its overlay; both may be missing.',
    remedy: 'Set the way to automatic, or give the right that the message names.',
  },
  'unknown-attribute': {
    meaning: 'The directory has no attribute of this name.',
    cause: 'It is misspelled, or belongs to a schema extension (such as Exchange) that is not installed.',
    remedy: 'Correct the spelling; the editor under Mapping completes the names that exist.',
  },
  'unreadable-account-state': {
    meaning: 'Nobody can tell whether an account is disabled.',
    cause:
      'The attribute that says so (userAccountControl in Active Directory) is hidden from the account of the connector, or the row was changed so that it gives something else.',
    remedy:
      'Give the account the right to read it, or correct the row active under Mapping. The entry is skipped until then, never made inactive by mistake.',
  },
  'unreadable-file': {
    meaning: 'A file named in the settings cannot be read.',
    cause: 'The path is wrong, or the account of the service may not open it.',
    remedy: 'Correct the path, or the rights of the file.',
  },
} as const satisfies ErrorTexts
