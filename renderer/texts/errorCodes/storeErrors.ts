import type { ErrorTexts } from './errorText.ts'

/** Errors of the cloud: the identity store. */
export const storeErrors = {
  closed: {
    meaning: 'The connector closed the connection while something was still under way.',
    cause: 'A run was being stopped.',
    remedy: 'Start the run again.',
  },
  'expired-certificate': {
    meaning: 'The certificate of the cloud has expired or is not valid yet.',
    cause: 'The clock of this computer is wrong, or a proxy replaces certificates with its own.',
    remedy: 'Check the clock; then the certificate that this computer gets to see.',
  },
  forbidden: {
    meaning: 'The cloud does not allow this.',
    cause: 'The token lacks a permission to read or write people and groups.',
    remedy: 'Give the token those permissions, or make a new one with them.',
  },
  ignored: {
    meaning: 'The cloud said that all is well, but did not keep a value.',
    cause: 'It has no place for it, or keeps it for an administrator of its own.',
    remedy:
      'Look whether the attribute exists there; otherwise switch its row off under Mapping. The same value is not sent again.',
  },
  'invalid-token': {
    meaning: 'The token or the address has a character that is not allowed there.',
    cause: 'A line break or space was copied along.',
    remedy: 'Give the token again without it.',
  },
  'misnamed-certificate': {
    meaning: 'The certificate of the cloud stands for another name.',
    cause: 'The address is misspelled, or a proxy answers in its place.',
    remedy: 'Correct the address of the store.',
  },
  'moved-on': {
    meaning: 'Somebody else has changed the object in the cloud.',
    cause: 'It was edited there between reading and writing.',
    remedy: 'Nothing was overwritten; the next run looks at it again.',
  },
  'not-found': {
    meaning: 'The cloud has nothing at this address.',
    cause: 'The address of the store is not the base of its SCIM service, or the object was deleted there.',
    remedy:
      'Check the address under General: it is the part before /Users. A deleted object is created again by the next full sync.',
  },
  'not-scim': {
    meaning: 'What answers there is not a SCIM service.',
    cause: 'The address leads to a web page, such as a sign-in page or a proxy.',
    remedy: 'Check the address of the store.',
  },
  'other-profile': {
    meaning: 'The file of the demo store was made for another profile.',
    cause: 'It was started with another kind of store before.',
    remedy: 'Start it with the profile that made it, or name a new file.',
  },
  refused: {
    meaning: 'The cloud refused a value or an object.',
    cause: 'A value is too long, not in its form, or not allowed there; the message has its words.',
    remedy: 'Correct the value in the directory or the mapping, or the permission of the token.',
  },
  'tls-failure': {
    meaning: 'No encrypted connection could be made to the cloud.',
    cause: 'The port does not speak TLS, or something in between breaks it.',
    remedy: 'TLS 1.2 or newer is needed; look at proxy and firewall.',
  },
  unauthorized: {
    meaning: 'The cloud does not accept the token.',
    cause: 'It is wrong, has expired, or was withdrawn.',
    remedy: 'Make a new one in the cloud and give it under General. Nothing is changed meanwhile.',
  },
  unavailable: {
    meaning: 'The cloud did not do it in several attempts.',
    cause: 'It is overloaded, limits how much may be asked, or has a disturbance.',
    remedy: 'Nothing has to be done: the next run tries again. If it lasts, ask for less at once (store.concurrency).',
  },
  unexpected: {
    meaning: 'The cloud answered something that is not foreseen.',
    cause: 'The profile does not fit this store, or the store has a fault.',
    remedy: 'Check the profile of the store; its own log says more.',
  },
  'unexpected-answer': {
    meaning: 'The cloud answered with a status that is not foreseen.',
    cause: 'The profile does not fit this store, or the store has a fault.',
    remedy: 'Look up the status in its documentation, and check the profile.',
  },
  uniqueness: {
    meaning: 'Another object in the cloud has the same name or address.',
    cause: 'Somebody was created there by hand, or an old account still holds the address.',
    remedy: 'Find it there: join it by giving it the same address, or rename it. The next run tries again.',
  },
  'unknown-layout': {
    meaning: 'The file of the demo store is of another version.',
    cause: 'It was written by another version of the program.',
    remedy: 'Use that version, or name a new file.',
  },
  unreachable: {
    meaning: 'The cloud cannot be reached.',
    cause: 'There is no way to the internet, or proxy or firewall refuse it; or the address is wrong.',
    remedy: 'Check network, proxy and address. Nothing is changed meanwhile.',
  },
  'unreadable-file': {
    meaning: 'The file of the demo store cannot be opened.',
    cause: 'The folder is missing, cannot be written to, or the file is something else.',
    remedy: 'Correct the path.',
  },
  'unstable-list': {
    meaning: 'The list of the cloud changed each time it was read.',
    cause: 'Somebody else writes a lot there at the same time.',
    remedy: 'Run again when it is quieter: nobody is taken for missing from a list that cannot be trusted.',
  },
  'untrusted-certificate': {
    meaning: 'The certificate of the cloud is from an authority that is not trusted here.',
    cause: 'A proxy looks into encrypted connections with its own authority.',
    remedy: 'Name the authority of the proxy as CA file of the store.',
  },
} as const satisfies ErrorTexts
