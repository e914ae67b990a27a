import type { RowTrace } from '../../app/mapping/traceRows.ts'

interface ShownRows {
  /** Rows that gave something, or would have. */
  readonly filled: readonly RowTrace[]
  /** Those among them whose value is not fit for the store. */
  readonly leftOut: readonly RowTrace[]
  /** Those whose value was changed in more than spelling, or is doubtful. */
  readonly noted: readonly RowTrace[]
  /** Rows that nothing comes of. */
  readonly empty: readonly RowTrace[]
}

/** The rows of a mapping, by what became of them. */
export function shownRows(rows: readonly RowTrace[]): ShownRows {
  const isEmpty = ({ text, inputs, validated }: RowTrace) =>
    text === '' &&
    inputs.every(({ values }) => values.length === 0) &&
    (validated.kind === 'invalid' || validated.value === '')
  const filled = rows.filter((row) => !isEmpty(row))
  return {
    filled,
    leftOut: filled.filter(({ validated }) => validated.kind === 'invalid'),
    noted: filled.filter(({ validated }) => validated.kind === 'valid' && validated.note !== undefined),
    empty: rows.filter(isEmpty),
  }
}
