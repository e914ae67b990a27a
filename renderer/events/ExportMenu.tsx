import { Menu, MenuButton, MenuItemLink, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { texts } from '../texts/texts.ts'
import { type EventFilter, exportAddress } from './eventFilter.ts'

/** The events that are shown, as a file. */
export function ExportMenu({ filter }: { readonly filter: EventFilter }) {
  const { button, csv, json } = texts.events.save
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<ArrowDownloadRegular />}>{button}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemLink href={exportAddress(filter, 'csv')} download>
            {csv}
          </MenuItemLink>
          <MenuItemLink href={exportAddress(filter, 'json')} download>
            {json}
          </MenuItemLink>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
