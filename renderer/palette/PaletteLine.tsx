import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ConferenceRoomRegular,
  ContactCardRegular,
  DocumentRegular,
  FlashRegular,
  ImageRegular,
  PeopleRegular,
  PersonRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import type { ObjectKind } from '../../app/model/objectKind.ts'
import { assertNever } from '../assertNever.ts'
import { texts } from '../texts/texts.ts'
import type { Choice } from './choices.ts'

interface PaletteLineProps {
  readonly id: string
  readonly choice: Choice
  readonly isChosen: boolean
  readonly onPoint: () => void
  readonly onTake: () => void
}

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '20px auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `1px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-1px',
  },
  grey: { cursor: 'default' },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '340px' },
  greyLabel: { color: tokens.colorNeutralForeground3 },
  note: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'end',
  },
})

const kindIcons: Readonly<Record<ObjectKind, ComponentType<{ readonly fontSize?: number }>>> = {
  user: PersonRegular,
  room: ConferenceRoomRegular,
  group: PeopleRegular,
  contact: ContactCardRegular,
  avatar: ImageRegular,
}

/** One line of the palette. */
export function PaletteLine({ id, choice, isChosen, onPoint, onTake }: PaletteLineProps) {
  const styles = useStyles()
  const isGrey = choice.kind === 'command' && !choice.can.possible
  const [Icon, label, note] = contentOf(choice)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={isGrey}
      className={mergeClasses(styles.line, isChosen && styles.chosen, isGrey && styles.grey)}
      onMouseMove={onPoint}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <Icon fontSize={16} />
      <span className={mergeClasses(styles.label, isGrey && styles.greyLabel)}>{label}</span>
      <span className={styles.note} title={note}>
        {note}
      </span>
    </div>
  )
}

function contentOf(choice: Choice): readonly [(typeof kindIcons)[ObjectKind], string, string] {
  switch (choice.kind) {
    case 'page':
      return [DocumentRegular, choice.label, '']
    case 'command':
      return [FlashRegular, choice.label, choice.can.possible ? '' : choice.can.why]
    case 'known': {
      const { kind, name, displayName } = choice.known
      const shown = displayName ?? name
      return [kindIcons[kind], shown, `${texts.palette.kinds[kind]}${shown === name ? '' : ` · ${name}`}`]
    }
    case 'explain':
      return [QuestionCircleRegular, choice.label, texts.palette.explainNote]
    default:
      return assertNever(choice)
  }
}
