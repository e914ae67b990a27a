import { Field } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import { problemAt } from '../draft/problemsAt.ts'

export interface SettingFieldProps {
  readonly label: string
  readonly hint?: string
  /** Where the setting stands in the file, like `directory.domain`. */
  readonly place: string
  readonly problems: readonly FieldProblem[]
}

/** One setting under its label, with what is wrong with it beneath. */
export function SettingField({
  label,
  hint,
  place,
  problems,
  children,
}: SettingFieldProps & { readonly children: ReactElement }) {
  const problem = problemAt(problems, place)
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      {...(problem && { validationState: 'error', validationMessage: problem.message })}
    >
      {children}
    </Field>
  )
}
