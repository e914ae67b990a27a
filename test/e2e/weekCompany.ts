import { type Flavour, newPerson } from './weekDirectory.ts'

/** Places of the company below its base, by short names. */
export function weekPlaces(baseDn: string) {
  const company = `OU=Company,${baseDn}`
  const staff = `OU=Staff,${company}`
  return {
    staff,
    sales: `OU=Sales,${staff}`,
    support: `OU=Support,${staff}`,
    /** What Support becomes, and where Sales ends. */
    service: `OU=Service,${staff}`,
    field: `OU=Vertrieb,OU=Service,${staff}`,
    groups: `OU=Groups,${company}`,
    /** Excluded. */
    former: `OU=Former,${company}`,
    /** Below no base. */
    elsewhere: `OU=Elsewhere,${baseDn}`,
  }
}

/**
 * LDIF records that add a company as it is on Monday: ann leads ben, carl and boss; boss leads rep and sue in Sales, eve
 * in Support and frank, who is elsewhere. The group everyone holds the groups team and sales.
 */
export function weekCompany(flavour: Flavour, baseDn: string): readonly string[] {
  const { staff, sales, support, groups, former, elsewhere } = weekPlaces(baseDn)
  const containers = [`OU=Company,${baseDn}`, staff, sales, support, groups, former, elsewhere]
  const people: readonly (readonly [name: string, place: string, managerDn?: string])[] = [
    ['ann', staff],
    ['ben', staff, `CN=ann,${staff}`],
    ['carl', staff, `CN=ann,${staff}`],
    ['boss', sales, `CN=ann,${staff}`],
    ['rep', sales, `CN=boss,${sales}`],
    ['sue', sales, `CN=boss,${sales}`],
    ['eve', support, `CN=boss,${sales}`],
    ['frank', elsewhere, `CN=boss,${sales}`],
  ]
  const dn = (name: string) => `CN=${name},${people.find(([each]) => each === name)?.[1] ?? groups}`
  const group = (name: string, members: readonly string[]) => newGroup(flavour, `CN=${name},${groups}`, members.map(dn))
  return [
    ...containers.map((place) => newContainer(place)),
    ...people.map(([name, place, managerDn]) => {
      const manager = managerDn === undefined ? '' : `manager: ${managerDn}\n`
      return `${newPerson(flavour, `CN=${name},${place}`, name)}${manager}\n`
    }),
    group('team', ['ann', 'ben', 'boss']),
    group('sales', ['boss', 'rep']),
    group('temp', ['ben', 'carl']),
    group('everyone', ['team', 'sales', 'eve', 'frank']),
  ]
}

export function newContainer(dn: string): string {
  return `dn: ${dn}\nchangetype: add\nobjectClass: organizationalUnit\n\n`
}

export function newGroup(flavour: Flavour, dn: string, memberDns: readonly string[]): string {
  const name = dn.slice(3, dn.indexOf(','))
  const kind =
    flavour === 'ad'
      ? `objectClass: group\nsAMAccountName: group-${name}\ngroupType: -2147483646\n`
      : 'objectClass: groupOfNames\n'
  return `dn: ${dn}\nchangetype: add\n${kind}${memberDns.map((each) => `member: ${each}\n`).join('')}\n`
}
