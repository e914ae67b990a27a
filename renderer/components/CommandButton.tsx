import { Button, type ButtonProps, Tooltip } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useCommands } from '../frame/Commands.tsx'
import type { CommandName } from '../frame/commands.ts'

interface CommandButtonProps {
  readonly command: CommandName
  readonly appearance?: NonNullable<ButtonProps['appearance']>
  readonly size?: NonNullable<ButtonProps['size']>
  /** What it does, in its tooltip while it can be pressed. */
  readonly note: string
  readonly children: ReactNode
}

/**
 * A button for a command of the window. While it cannot be given the button is grey, can still be reached, and says why
 * and what to do; pressing it then shows the same with a link to the place where that is mended.
 */
export function CommandButton({
  command,
  appearance = 'secondary',
  size = 'medium',
  note,
  children,
}: CommandButtonProps) {
  const { possibility, act } = useCommands()
  const can = possibility(command)
  return (
    <Tooltip relationship="description" content={can.possible ? note : `${can.why} ${can.remedy}`}>
      <Button
        appearance={appearance}
        size={size}
        disabledFocusable={!can.possible}
        // A grey button takes no `onClick`, but says more when it is pressed.
        onClickCapture={() => act(command)}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
