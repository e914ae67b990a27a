import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { Annotation, EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { attributeCompletion, type KnownAttribute } from './attributeCompletion.ts'
import { expressionLook } from './expressionLook.ts'

export interface ExpressionEditorProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder: string
  /** Attributes that are offered while one types. */
  readonly attributes: readonly KnownAttribute[]
  /** Where it is wrong, from 1; null where it is not. */
  readonly wrongAt: number | null
}

/** Marks a text that was put in, not typed: nobody is told of it. */
const givenFromOutside = Annotation.define<boolean>()
const putWrong = StateEffect.define<number | null>()

/** Marks the character where an expression goes wrong; moves with what is typed until the next answer. */
const wrongMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (!effect.is(putWrong)) continue
      const { length } = transaction.state.doc
      const from = Math.min((effect.value ?? 1) - 1, Math.max(0, length - 1))
      const isShown = effect.value !== null && length > 0
      next = isShown
        ? Decoration.set(Decoration.mark({ class: 'expression-wrong' }).range(from, from + 1))
        : Decoration.none
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** One expression of the mapping in one line, highlighted, with completion. Enter and Tab lead on as in any other field. */
export default function ExpressionEditor(props: ExpressionEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    if (place.current === null) return
    const created = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          history(),
          closeBrackets(),
          bracketMatching(),
          autocompletion({ override: [attributeCompletion(() => latest.current.attributes)], icons: false }),
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          // An expression is one line: what is pasted in several becomes one.
          EditorState.transactionFilter.of((transaction) =>
            transaction.newDoc.lines > 1
              ? [
                  transaction,
                  {
                    changes: { from: 0, to: transaction.newDoc.length, insert: oneLine(transaction.newDoc.toString()) },
                    sequential: true,
                  },
                ]
              : transaction,
          ),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': latest.current.label,
            'aria-multiline': 'false',
            spellcheck: 'false',
          }),
          placeholder(latest.current.placeholder),
          wrongMark,
          expressionLook,
          EditorView.updateListener.of((update) => {
            const isTyped = update.transactions.some((it) => it.docChanged && it.annotation(givenFromOutside) !== true)
            if (isTyped) latest.current.onChange(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = created
    created.focus()
    created.dispatch({ selection: { anchor: created.state.doc.length } })
    return () => {
      view.current = null
      created.destroy()
    }
  }, [])

  const { value, wrongAt } = props
  useEffect(() => {
    const present = view.current?.state.doc.toString()
    if (present === undefined || present === value) return
    view.current?.dispatch({
      changes: { from: 0, to: present.length, insert: value },
      annotations: givenFromOutside.of(true),
    })
  }, [value])
  useEffect(() => {
    view.current?.dispatch({ effects: putWrong.of(wrongAt) })
  }, [wrongAt])

  return <div ref={place} />
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}
