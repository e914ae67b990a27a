/** Where the demo company works. Streets and numbers are invented. */
export interface Site {
  readonly name: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly state?: string
  readonly country: string
  readonly countryName: string
  readonly language: string
  /** Prefix of telephone numbers, up to the extension. */
  readonly phone: string
  /** Prefix of mobile numbers. */
  readonly mobile: string
  readonly culture: 'german' | 'austrian' | 'swiss' | 'chinese' | 'arabic'
}

export const sites = {
  hamburg: {
    name: 'Hamburg',
    street: 'Am Sandtorkai 210',
    postalCode: '20457',
    city: 'Hamburg',
    state: 'Hamburg',
    country: 'DE',
    countryName: 'Deutschland',
    language: 'de-DE',
    phone: '+49 40 5550',
    mobile: '+49 170 555',
    culture: 'german',
  },
  leipzig: {
    name: 'Leipzig',
    street: 'Gießerstraße 118',
    postalCode: '04229',
    city: 'Leipzig',
    state: 'Sachsen',
    country: 'DE',
    countryName: 'Deutschland',
    language: 'de-DE',
    phone: '+49 341 5550',
    mobile: '+49 171 555',
    culture: 'german',
  },
  wien: {
    name: 'Wien',
    street: 'Handelskai 394',
    postalCode: '1020',
    city: 'Wien',
    country: 'AT',
    countryName: 'Österreich',
    language: 'de-AT',
    phone: '+43 1 5550',
    mobile: '+43 660 555',
    culture: 'austrian',
  },
  zuerich: {
    name: 'Zürich',
    street: 'Hardturmstrasse 307',
    postalCode: '8005',
    city: 'Zürich',
    state: 'ZH',
    country: 'CH',
    countryName: 'Schweiz',
    language: 'de-CH',
    phone: '+41 44 555 0',
    mobile: '+41 79 555',
    culture: 'swiss',
  },
  shanghai: {
    name: 'Shanghai',
    street: '浦东新区世纪大道1888号',
    postalCode: '200122',
    city: '上海',
    country: 'CN',
    countryName: '中国',
    language: 'zh-CN',
    phone: '+86 21 5550',
    mobile: '+86 138 0555',
    culture: 'chinese',
  },
  dubai: {
    name: 'Dubai',
    street: 'Al Khaleej Street 77',
    postalCode: '00000',
    city: 'Dubai',
    country: 'AE',
    countryName: 'United Arab Emirates',
    language: 'en-GB',
    phone: '+971 4 555 0',
    mobile: '+971 50 555',
    culture: 'arabic',
  },
} as const satisfies Record<string, Site>

export type SiteKey = keyof typeof sites
