import type { Overview, Possible } from '../../app/api/overview/overview.ts'
import { objectKinds, plural } from '../../app/model/objectKind.ts'
import { counted, countedKind } from '../../app/report/counted.ts'
import { printable } from '../../app/report/printable.ts'

/** How all is, for a terminal. */
export function overviewText(overview: Overview): readonly string[] {
  const { light, connector, control, linked, setAside, troubles, lastRuns, can, configuration, warnings } = overview
  const held = objectKinds.filter((kind) => kind === 'user' || linked[plural[kind]] > 0)
  return [
    light.sentence,
    ...(connector
      ? [
          '',
          `Connector:  ${connector.name} (${connector.dataFolder})`,
          `Directory:  ${connector.directory.place}`,
          `Store:      ${connector.store.url}`,
        ]
      : []),
    `In store:   ${held.map((kind) => countedKind(linked[plural[kind]], kind)).join(', ')}`,
    `Set aside:  ${counted(setAside, 'object')}`,
    `Troubles:   ${counted(troubles, 'error or warning', 'errors and warnings')} since the last run that succeeded`,
    `Mode:       ${control.mode}${control.pausedAt === null ? '' : `, paused since ${control.pausedAt}`}`,
    ...lastRuns.map(({ run: { id, kind, status }, sentence }, place) => {
      const label = place === 0 ? 'Last:       ' : 'Before:     '
      return `${label}run ${id} (${kind}) ${status}. ${sentence}`.trimEnd()
    }),
    ...unless('A dry run', can.dryRun),
    ...unless('A full sync', can.full),
    ...unless('An incremental sync', can.incremental),
    ...(configuration.length > 0 ? ['', ...configuration.map(({ sentence }) => sentence)] : []),
    ...warnings.flatMap(({ subject, message, remedy }) => ['', `Warning: ${subject}: ${message}`, `  ${remedy}`]),
  ].map((line) => printable(line))
}

function unless(what: string, can: Possible): readonly string[] {
  return can.possible ? [] : [`${what} cannot be started: ${can.why}`, `  ${can.remedy}`]
}
