import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import { useCommands } from '../frame/Commands.tsx'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  popover: { maxWidth: '360px' },
  // To be read although the line is grey.
  note: { color: tokens.colorNeutralForeground3 },
})

/** Incremental or full; what cannot be started now is grey and says why. */
export function SyncNowMenu({ appearance }: { readonly appearance: 'primary' | 'secondary' }) {
  const styles = useStyles()
  const { syncNow, incremental, incrementalNote, full, fullNote } = texts.dashboard
  return (
    <Menu positioning={{ autoSize: true, position: 'below', align: 'end' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance={appearance} icon={<ChevronDownRegular />} iconPosition="after">
          {syncNow}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          <Item command="sync-incremental" label={incremental} note={incrementalNote} />
          <Item command="sync-full" label={full} note={fullNote} />
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

interface ItemProps {
  readonly command: 'sync-incremental' | 'sync-full'
  readonly label: string
  readonly note: string
}

function Item({ command, label, note }: ItemProps) {
  const styles = useStyles()
  const { possibility, act } = useCommands()
  const can = possibility(command)
  return (
    <MenuItem
      disabled={!can.possible}
      subText={<span className={styles.note}>{can.possible ? note : `${can.why} ${can.remedy}`}</span>}
      // A grey line takes no `onClick`, but shows where its reason is mended.
      onClickCapture={() => act(command)}
    >
      {label}
    </MenuItem>
  )
}
