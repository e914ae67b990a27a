import { compileMapping } from '../../mapping/compileMapping.ts'
import { ConnectorError } from '../../model/error.ts'
import type { Finding } from '../../model/finding.ts'
import { compileSelection } from '../../selection/compileSelection.ts'
import { unknownInFilters } from '../../selection/unknownInFilters.ts'
import { unknownInRooms } from '../../selection/unknownInRooms.ts'
import { unknownPictureAttribute } from '../../selection/unknownPictureAttribute.ts'
import type { Settings } from '../../settings/schema.ts'
import type { Source } from '../../source/source.ts'

/** What the directory's schema says of filters and mapping; never throws for what it finds. */
export async function settingsFindings(
  settings: Pick<Settings, 'directory' | 'selection' | 'mapping' | 'organization' | 'avatar'>,
  source: Source,
): Promise<readonly Finding[]> {
  const { type } = settings.directory
  // A directory that cannot be reached is a finding of its own.
  const known = await source.discover().then(
    (facts) => facts.knownAttributes,
    () => null,
  )
  try {
    const selection = compileSelection(settings.selection, type)
    const mapping = compileMapping(settings.mapping, type, known, settings.organization)
    const problems = [
      ...selection.findings,
      ...unknownInFilters(selection, known),
      ...unknownInRooms(selection, known),
      ...unknownPictureAttribute(settings, known),
      ...mapping.findings,
    ]
    return problems.length > 0 ? problems : [fine(known)]
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    const { side, place, message, remedy } = error
    return [{ level: 'error', side, subject: place ?? 'settings', message, remedy }]
  }
}

function fine(known: ReadonlySet<string> | null): Finding {
  const attributes =
    known === null
      ? 'whether the directory knows their attributes is not known'
      : 'the directory knows every attribute in them'
  return {
    level: 'ok',
    side: 'settings',
    subject: 'filters and mapping',
    message: `Filters and expressions are well formed; ${attributes}.`,
    remedy: '',
  }
}
