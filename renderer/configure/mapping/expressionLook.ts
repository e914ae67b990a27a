import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { tokens } from '@fluentui/react-components'
import { expressionTokens } from './expressionTokens.ts'

const marks = {
  literal: Decoration.mark({ class: 'expression-literal' }),
  name: Decoration.mark({ class: 'expression-name' }),
  operator: Decoration.mark({ class: 'expression-operator' }),
  parenthesis: Decoration.mark({ class: 'expression-parenthesis' }),
  unknown: Decoration.mark({ class: 'expression-unknown' }),
} as const

const highlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = decorated(view)
    }

    update(update: ViewUpdate): void {
      if (update.docChanged) this.decorations = decorated(update.view)
    }
  },
  { decorations: ({ decorations }) => decorations },
)

function decorated(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { kind, from, to } of expressionTokens(view.state.doc.toString())) builder.add(from, to, marks[kind])
  return builder.finish()
}

const look = EditorView.theme({
  '&': {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
  },
  '&.cm-focused': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  '.cm-content': {
    fontFamily: tokens.fontFamilyMonospace,
    padding: '5px 0',
    caretColor: tokens.colorNeutralForeground1,
  },
  '.cm-line': { padding: `0 ${tokens.spacingHorizontalM}` },
  '.cm-scroller': { fontFamily: tokens.fontFamilyMonospace },
  '.cm-placeholder': { color: tokens.colorNeutralForeground4 },
  '.expression-literal': { color: tokens.colorPaletteGreenForeground1 },
  '.expression-name': { color: tokens.colorPaletteBlueForeground2 },
  '.expression-operator': { fontWeight: tokens.fontWeightSemibold },
  '.expression-unknown, .expression-wrong': {
    textDecoration: `underline wavy ${tokens.colorPaletteRedForeground1}`,
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { lineHeight: '24px', padding: `0 ${tokens.spacingHorizontalS}` },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  '@media (forced-colors: active)': {
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  '.cm-completionDetail': { fontStyle: 'normal', marginLeft: tokens.spacingHorizontalM },
})

/** How an expression looks: in the colours of the window, each kind of piece in its own. */
export const expressionLook: Extension = [highlighting, look]
