import {
  Input,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import type { GuardSettings, Limit } from '../../../app/settings/schema.ts'
import { texts } from '../../texts/texts.ts'
import { problemsAt } from '../draft/problemsAt.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { allowedOf } from './allowedOf.ts'

type Limits = GuardSettings['deletions']
type Kind = keyof Limits
type Part = keyof Limit

const kinds: readonly Kind[] = ['users', 'rooms', 'groups', 'contacts', 'avatars']
const parts: readonly Part[] = ['percent', 'atLeast', 'atMost']

interface LimitTableProps {
  readonly name: 'deletions' | 'creates' | 'updates'
  readonly limits: Limits
  /** How many of each kind there are now; null while that is not known. */
  readonly linked: Readonly<Record<Kind, number>> | null
  readonly problems: readonly FieldProblem[]
  readonly onChange: (limits: Limits) => void
}

const useStyles = makeStyles({
  kind: { width: '72px' },
  number: { width: '76px' },
  input: { width: '72px', minWidth: 0 },
  effect: { color: tokens.colorNeutralForeground2 },
})

/** The limit of each kind with what it means now, in numbers. */
export function LimitTable({ name, limits, linked, problems, onChange }: LimitTableProps) {
  const styles = useStyles()
  const { guards: words } = texts.configure
  const place = `guards.${name}`
  return (
    <div>
      <Table size="small" aria-label={words.table[name]}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.kind}>{words.kind}</TableHeaderCell>
            {parts.map((part) => (
              <TableHeaderCell key={part} className={styles.number}>
                {words.parts[part]}
              </TableHeaderCell>
            ))}
            <TableHeaderCell>{words.effect[name]}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {kinds.map((kind) => (
            <TableRow key={kind}>
              <TableCell>{words.kinds[kind]}</TableCell>
              {parts.map((part) => {
                const value = limits[kind][part]
                return (
                  <TableCell key={part}>
                    <Input
                      type="number"
                      size="small"
                      className={styles.input}
                      aria-label={words.partOf(words.kinds[kind], words.parts[part])}
                      aria-invalid={problemsAt(problems, `${place}.${kind}.${part}`).length > 0}
                      value={Number.isFinite(value) ? String(value) : ''}
                      onChange={(_, data) => {
                        const number = data.value === '' ? Number.NaN : Number(data.value)
                        onChange({ ...limits, [kind]: { ...limits[kind], [part]: number } })
                      }}
                    />
                  </TableCell>
                )
              })}
              <TableCell className={styles.effect}>
                {linked !== null && words.allowed(kind, linked[kind], allowedOf(linked[kind], limits[kind]))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {problemsAt(problems, place).map(({ place: where, message }) => (
        <FieldNote key={where} tone="error">
          {message}
        </FieldNote>
      ))}
    </div>
  )
}
