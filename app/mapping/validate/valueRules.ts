import type { MappedAttribute } from '../../model/resource.ts'
import { cleanLines, cleanText } from './cleanText.ts'
import { cleanToken } from './cleanToken.ts'
import { countryCode } from './countryCode.ts'
import { distinguishedName } from './distinguishedName.ts'
import { emailAddress } from './emailAddress.ts'
import { languageTag } from './languageTag.ts'
import { phoneNumber } from './phoneNumber.ts'
import { preferredLanguage } from './preferredLanguage.ts'
import { sipAddress } from './sipAddress.ts'
import { timeZone } from './timeZone.ts'
import type { Validated } from './validated.ts'
import type { ValueContext } from './valueContext.ts'
import { xmppAddress } from './xmppAddress.ts'

/** Checks what an expression gave, and puts it into canonical form. */
export type ValueRule = (text: string, context: ValueContext) => Validated

/** What a value of each cloud attribute must look like, and its canonical form (DC-20, DC-24). */
export const valueRules: Readonly<Record<MappedAttribute, ValueRule>> = {
  uid: emailAddress,
  displayName: cleanText,
  givenName: cleanText,
  sn: cleanText,
  'emails;type-work': emailAddress,
  title: cleanText,
  telephoneNumber: phoneNumber,
  mobile: phoneNumber,
  facsimileTelephoneNumber: phoneNumber,
  departmentNumber: cleanText,
  employeeNumber: cleanToken,
  employeeType: cleanText,
  manager: distinguishedName,
  o: cleanText,
  ou: cleanText,
  buildingName: cleanText,
  physicalDeliveryOfficeName: cleanText,
  street: cleanLines,
  l: cleanText,
  st: cleanText,
  postalCode: cleanToken,
  c: countryCode,
  preferredLanguage,
  locale: languageTag,
  timezone: timeZone,
  jabberID: xmppAddress,
  'sipAddresses;type=enterprise': sipAddress,
  externalId: cleanToken,
}
