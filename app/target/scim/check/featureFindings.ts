import type { Finding } from '../../../model/finding.ts'
import type { ValueAttribute } from '../../../model/resource.ts'
import type { Store } from '../store.ts'
import { finding } from './finding.ts'

const pictureMessages = {
  bytes: 'Pictures are sent as they are.',
  links: 'Pictures are sent as links to them.',
  none: 'The store keeps no pictures.',
} as const satisfies Readonly<Record<Store['pictures'], string>>

/** Filled by no row of the mapping. */
const unmapped: ReadonlySet<ValueAttribute> = new Set(['connectorDomain', 'room'])

/** What discovery said, and what the store cannot do. */
export function featureFindings({ profile, features, pictures }: Store): Finding[] {
  const findings: Finding[] = []
  if (profile.features !== 'discovered') {
    findings.push(finding('ok', 'discovery', `What the store can do is built into the profile ${profile.name}.`, ''))
  } else if (features.missing.length === 0) {
    findings.push(finding('ok', 'discovery', 'The store describes itself completely.', ''))
  } else {
    findings.push(
      finding(
        'warning',
        'discovery',
        `The store does not offer ${features.missing.join(', ')}; cautious assumptions take their place.`,
        'Nothing has to be done. If the store offers more, ask its maker why it does not say so.',
      ),
    )
  }
  const unplaced = [...profile.places.keys()].filter(
    (attribute) => !unmapped.has(attribute) && !features.attributes.has(attribute),
  )
  if (unplaced.length > 0) {
    findings.push(
      finding(
        'warning',
        'attributes',
        `The store has no place for ${unplaced.length} attributes: ${unplaced.join(', ')}.`,
        'Switch them off in the mapping; they are not sent.',
      ),
    )
  }
  if (features.groups === 'none') {
    findings.push(finding('warning', 'groups', 'The store has no groups.', 'Leave groups off in the selection.'))
  }
  if (!features.attributes.has('room')) {
    const message = 'The store has no place for userType, so rooms cannot be told from users.'
    findings.push(finding('warning', 'rooms', message, 'Leave rooms off in the selection.'))
  }
  if (features.contacts === null) findings.push(finding('ok', 'contacts', 'The store keeps no contacts.', ''))
  findings.push(finding('ok', 'pictures', pictureMessages[pictures], ''))
  const cannot = [
    ...(features.bulk === null ? ['bulk requests'] : []),
    ...(features.versions === 'none' ? ['versions (ETag)'] : []),
    ...(features.groups === 'flat' ? ['groups in groups'] : []),
  ]
  const text =
    cannot.length === 0 ? 'Bulk, versions and nested groups are offered.' : `Not offered: ${cannot.join(', ')}.`
  findings.push(finding('ok', 'capabilities', text, ''))
  return findings
}
