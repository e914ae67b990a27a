import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import { api } from '../../client.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { problemOf } from '../../problem.ts'
import { texts } from '../../texts/texts.ts'
import { useAnswer } from '../../useAnswer.ts'
import type { EditorProps } from '../draft/draft.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { MappingTable } from './MappingTable.tsx'
import { mappingRows, withRow } from './mappingRows.ts'
import { PersonChoice } from './PersonChoice.tsx'
import { useKnownAttributes } from './useKnownAttributes.ts'
import { useMappedPeople } from './useMappedPeople.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  skeleton: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

/** Where each value comes from, and whether it is right for real people. */
export function MappingEditor({ draft, change, problems }: EditorProps) {
  const styles = useStyles()
  const { mapping: words } = texts.configure
  const [who, setWho] = useState<string | null>(null)
  const { type } = draft.directory
  const defaults = useAnswer(['draft', 'defaultMapping', type], (signal) =>
    api.draft.defaultMapping.query({ type }, { signal }),
  )
  const people = useMappedPeople(draft, who)
  const attributes = useKnownAttributes(draft, people)
  if (defaults.error) return <ErrorNotice error={defaults.error} onTryAgain={() => void defaults.refetch()} />
  if (defaults.data === undefined) {
    return (
      <Skeleton className={styles.skeleton} aria-label={texts.loading}>
        {['a', 'b', 'c', 'd', 'e', 'f'].map((line) => (
          <SkeletonItem key={line} />
        ))}
      </Skeleton>
    )
  }
  const ofRow = people.error === null ? null : rowProblem(people.error)
  return (
    <div className={styles.page}>
      <PersonChoice draft={draft} chosen={people.chosen?.sample} onChoose={setWho} />
      {people.error !== null && ofRow === null && <ErrorNotice error={people.error} />}
      {people.chosen?.skipped != null && (
        <FieldNote tone="warning">{words.skipped(people.chosen.sample.name, people.chosen.skipped)}</FieldNote>
      )}
      <MappingTable
        rows={mappingRows(defaults.data, draft.mapping, ofRow === null ? problems : [...problems, ofRow], people)}
        personName={people.chosen?.sample.name ?? null}
        isCurrent={people.isCurrent}
        attributes={attributes}
        onChange={(attribute, expression) =>
          change((it) => ({ ...it, mapping: withRow(it.mapping, attribute, expression) }))
        }
      />
    </div>
  )
}

/** What only the directory has against a row, like an attribute that it does not know; null for anything else. */
function rowProblem(error: unknown): FieldProblem | null {
  const { place, message, remedy } = problemOf(error)
  const [, row, position] = /^(mapping\.[^,]+)(?:, position (\d+))?$/.exec(place ?? '') ?? []
  if (row === undefined) return null
  return { place: row, message: `${message} ${remedy}`, position: position === undefined ? null : Number(position) }
}
