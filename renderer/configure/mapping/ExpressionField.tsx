import { Input } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { ExpressionEditorProps } from './ExpressionEditor.tsx'

const ExpressionEditor = lazy(() => import('./ExpressionEditor.tsx'))

/** A field for an expression; until its editor has been loaded, a plain one. */
export function ExpressionField(props: ExpressionEditorProps) {
  const { value, label, onChange } = props
  return (
    <Suspense
      fallback={
        <Input
          value={value}
          aria-label={label}
          onChange={(_, data) => onChange(data.value)}
          style={{ width: '100%' }}
        />
      }
    >
      <ExpressionEditor {...props} />
    </Suspense>
  )
}
