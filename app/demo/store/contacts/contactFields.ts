/** The schema that every body of the contacts interface names; one text, not an array. */
export const contactSchema = 'urn:cisco:codev:identity:contact:core:1.0'

/** Fields that hold one text. */
export const textFields = [
  'displayName',
  'firstName',
  'lastName',
  'companyName',
  'title',
  'address',
  'avatarURL',
  'contactType',
] as const

/** Fields that hold one of several words. */
export const choiceFields: Readonly<Record<string, readonly string[]>> = {
  primaryContactMethod: ['SIPADDRESS', 'EMAIL', 'PHONE', 'IMS'],
  source: ['CH', 'Webex4Broadworks'],
}

/** The texts of `addressInfo`. */
export const addressFields = ['city', 'country', 'state', 'street', 'zipCode'] as const

/** Fields that hold `{value, type, primary}` items, with the types that are published; compared without case. */
export const listFields: Readonly<Record<string, readonly string[]>> = {
  emails: ['work', 'home', 'room', 'other'],
  phoneNumbers: ['work', 'home', 'mobile', 'work_extension', 'fax', 'pager', 'other'],
  sipAddresses: ['enterprise', 'cloud-calling', 'personal-room'],
  ims: [
    'aim',
    'cucm-jid',
    'gtalk',
    'icq',
    'msn',
    'qq',
    'skype',
    'webex-messenger-jid',
    'webex-squared-jid',
    'xmpp',
    'yahoo',
    'microsoft-sip-uri',
    'xmpp-fed-jid',
  ],
}
