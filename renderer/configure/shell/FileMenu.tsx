import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons'
import { useRef } from 'react'
import type { CheckedDraft } from '../../../app/api/configuration/configuration.ts'
import type { Settings } from '../../../app/settings/schema.ts'
import { api } from '../../client.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { texts } from '../../texts/texts.ts'
import { useDeed } from '../../useDeed.ts'
import type { EditingState } from '../draft/useEditing.ts'

interface FileMenuProps {
  readonly editing: EditingState
  readonly checked: CheckedDraft | undefined
}

const fileName = 'settings.yaml'

/** Settings into a file, and out of one; secrets are in neither. */
export function FileMenu({ editing, checked }: FileMenuProps) {
  const { file: words } = texts.configure
  const input = useRef<HTMLInputElement>(null)
  const write = useDeed(async (settings: Settings) => saveAs(await api.draft.write.mutate({ settings })))
  const read = useDeed(async (file: File) => {
    const settings = await api.draft.read.mutate({ text: await file.text(), name: file.name })
    editing.change(() => settings)
  })
  const settings = checked?.settings ?? null
  const error = write.error ?? read.error
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={words.label} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem disabled={settings === null} onClick={() => settings !== null && write.mutate(settings)}>
              {words.write}
            </MenuItem>
            <MenuItem onClick={() => input.current?.click()}>{words.read}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        hidden
        aria-label={words.read}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file !== undefined) read.mutate(file)
        }}
      />
      <Dialog
        open={error !== null}
        onOpenChange={() => {
          write.reset()
          read.reset()
        }}
      >
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{words.failed}</DialogTitle>
            <DialogContent>{error && <ErrorNotice error={error} />}</DialogContent>
            <DialogActions>
              <Button
                appearance="primary"
                onClick={() => {
                  write.reset()
                  read.reset()
                }}
              >
                {words.close}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  )
}

function saveAs(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
