import {
  Button,
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { texts } from '../texts/texts.ts'
import { useOverview } from '../useOverview.ts'
import { useCommands } from './Commands.tsx'
import type { CommandName, MenuLine, MenuOfCommands } from './commands.ts'
import { WithKey } from './WithKey.tsx'

interface CommandMenuProps {
  readonly menu: MenuOfCommands
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  /** Asks for the menu beside it. */
  readonly onBeside: (step: 1 | -1) => void
}

const useStyles = makeStyles({
  name: { minWidth: 'auto', padding: `0 ${tokens.spacingHorizontalS}`, fontWeight: tokens.fontWeightRegular },
  popover: { maxWidth: '340px' },
  // To be read although the line is grey.
  why: { color: tokens.colorNeutralForeground3 },
})

/** One menu of the menu bar. While it is open, the letter of a line chooses it; a grey line says why. */
export function CommandMenu({ menu, isOpen, onOpen, onBeside }: CommandMenuProps) {
  const styles = useStyles()
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    if (chooseByLetter(event)) return
    const item = event.target
    if (!(item instanceof HTMLElement) || !event.currentTarget.contains(item)) return
    const isBack = event.key === 'ArrowLeft'
    if (!isBack && (event.key !== 'ArrowRight' || item.ariaHasPopup === 'menu')) return
    event.preventDefault()
    event.stopPropagation()
    onBeside(isBack ? -1 : 1)
  }
  return (
    <Menu open={isOpen} onOpenChange={(_event, data) => onOpen(data.open)}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          role="menuitem"
          appearance="subtle"
          size="small"
          className={styles.name}
          aria-keyshortcuts={`Alt+${menu.key.toUpperCase()}`}
        >
          <WithKey text={texts.frame.menus[menu.name]} letter={menu.key} />
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover} onKeyDownCapture={onKeyDownCapture}>
        <MenuList>
          {menu.lines.map((line) => (
            <Line key={line.kind === 'menu' ? line.name : line.command} line={line} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function Line({ line }: { readonly line: MenuLine }) {
  const styles = useStyles()
  const { data } = useOverview()
  if (line.kind === 'command')
    return <CommandItem command={line.command} letter={line.key} label={texts.frame.commands[line.command]} />
  const { name, key, lines } = line
  const items = lines.map(({ command, key: letter }) => (
    <CommandItem
      key={command}
      command={command}
      letter={letter}
      label={texts.frame.shortCommands[command]}
      choice={name === 'mode' ? 'one-of' : 'plain'}
    />
  ))
  return (
    <Menu checkedValues={{ mode: [`mode-${data?.control.mode}`] }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem data-key={key}>
          <WithKey text={texts.frame.menus[name]} letter={key} />
        </MenuItem>
      </MenuTrigger>
      <MenuPopover className={styles.popover} onKeyDownCapture={chooseByLetter}>
        <MenuList>{items}</MenuList>
      </MenuPopover>
    </Menu>
  )
}

interface CommandItemProps {
  readonly command: CommandName
  readonly letter: string
  readonly label: string
  readonly choice?: 'plain' | 'one-of'
}

function CommandItem({ command, letter, label, choice = 'plain' }: CommandItemProps) {
  const styles = useStyles()
  const { possibility, act } = useCommands()
  const can = possibility(command)
  const text = <WithKey text={label} letter={letter} />
  if (choice === 'one-of')
    return (
      <MenuItemRadio name="mode" value={command} data-key={letter} onClick={() => can.possible && act(command)}>
        {text}
      </MenuItemRadio>
    )
  return (
    <MenuItem
      data-key={letter}
      disabled={!can.possible}
      {...(!can.possible && { subText: <span className={styles.why}>{can.why}</span> })}
      onClick={() => act(command)}
    >
      {text}
    </MenuItem>
  )
}

/** Chooses the line of the open menu that has this letter; a grey one is only shown. */
function chooseByLetter(event: KeyboardEvent<HTMLElement>): boolean {
  const { target, currentTarget, key } = event
  if (!(target instanceof Node) || !currentTarget.contains(target)) return false
  if (event.ctrlKey || event.metaKey || !/^[a-z]$/i.test(key)) return false
  event.preventDefault()
  event.stopPropagation()
  const item = currentTarget.querySelector<HTMLElement>(`[data-key="${key.toLowerCase()}"]`)
  item?.focus()
  if (item === null || item.ariaDisabled === 'true') return true
  // As by keyboard, so that the first line of a menu within has the focus.
  if (item.ariaHasPopup === 'menu')
    item.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  else item.click()
  return true
}
