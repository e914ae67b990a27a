import type { ErrorTexts } from './errorText.ts'

/** Why there is no picture of somebody; everything else about that person is synchronized. */
export const pictureErrors = {
  'broken-picture': {
    meaning: 'The picture is damaged.',
    cause: 'It was cut off when it was saved.',
    remedy: 'Put it there again.',
  },
  'cut-off': {
    meaning: 'The answer with the picture broke off.',
    cause: 'The server or the network failed, or compression was broken.',
    remedy: 'Look at the log of the picture server; switch compression for pictures off.',
  },
  forbidden: {
    meaning: 'The picture server does not let the connector have this picture.',
    cause: 'It wants a sign-in, or the account may not see it.',
    remedy: 'Give the right, or the credentials under Avatars.',
  },
  'name-not-found': {
    meaning: 'The name of the picture server cannot be found.',
    cause: 'The pattern has a wrong name, or DNS does not answer.',
    remedy: 'Correct the name in the pattern.',
  },
  'no-match': {
    meaning: 'The value of the attribute does not fit the pattern.',
    cause: 'The regular expression in the pattern finds nothing in it.',
    remedy: 'Try the pattern with this person under Avatars, and correct it.',
  },
  'no-value': {
    meaning: 'The person has no value to find a picture by.',
    cause: 'The attribute is empty.',
    remedy: 'Fill it in the directory. Nothing else has to be done: not everybody needs a picture.',
  },
  'not-a-picture': {
    meaning: 'What is there is not a picture.',
    cause: 'The server answered with a page, or the file has another format than JPEG, PNG or GIF.',
    remedy: 'Put a JPEG, PNG or GIF there.',
  },
  'not-found': {
    meaning: 'There is no picture at this address.',
    cause: 'Nobody put one there.',
    remedy: 'Put one there if you want one. Nothing else has to be done.',
  },
  'not-kept': {
    meaning: 'The picture that was there before is not kept here.',
    cause: 'An undo cannot bring back a picture whose content the connector never stored.',
    remedy: 'The next sync sends the one of the directory.',
  },
  'redirect-refused': {
    meaning: 'The picture server leads elsewhere, which is not followed.',
    cause: 'It redirects to another server or to an unencrypted address.',
    remedy: 'Write the final address into the pattern.',
  },
  'time-out': {
    meaning: 'The picture server did not answer in time.',
    cause: 'It is overloaded or far away.',
    remedy: 'Look at its load; the next sync tries again.',
  },
  'too-large': {
    meaning: 'The picture is too large.',
    cause: 'It was put there as the camera made it.',
    remedy: 'Put a smaller one there; 96 × 96 pixels are enough for most uses.',
  },
  'too-many-redirects': {
    meaning: 'The picture server leads from one address to the next.',
    cause: 'Its configuration goes in a circle.',
    remedy: 'Write the final address into the pattern.',
  },
  unauthorized: {
    meaning: 'The picture server wants a sign-in.',
    cause: 'No credentials, or wrong ones, are set.',
    remedy: 'Give them under Avatars.',
  },
  unavailable: {
    meaning: 'The picture could not be had this time.',
    cause: 'The server has a disturbance.',
    remedy: 'Nothing has to be done: the next sync tries again.',
  },
  'unexpected-answer': {
    meaning: 'The picture server answered something that is not foreseen.',
    cause: 'What answers there is not a web server, or has a fault.',
    remedy: 'Check address and port in the pattern.',
  },
  'unknown-encoding': {
    meaning: 'The picture comes compressed in a way that is not understood.',
    cause: 'The server compresses pictures, which gains nothing.',
    remedy: 'Switch compression for pictures off there.',
  },
  unreachable: {
    meaning: 'The picture server cannot be reached.',
    cause: 'It is off, the port is wrong, or a firewall refuses it.',
    remedy: 'Check server, port and firewall.',
  },
  'unsafe-value': {
    meaning: 'The value of the attribute cannot be part of an address.',
    cause: 'It has characters that would lead to another place.',
    remedy: 'Correct the value in the directory, or take only a safe part of it with the pattern.',
  },
  'untrusted-certificate': {
    meaning: 'The certificate of the picture server is not trusted here.',
    cause: 'It is from an authority of its own, or has expired.',
    remedy: 'Add the authority to the certificate store of this computer, or repair the certificate.',
  },
} as const satisfies ErrorTexts
