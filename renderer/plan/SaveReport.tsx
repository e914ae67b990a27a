import { Menu, MenuButton, MenuItemLink, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { texts } from '../texts/texts.ts'

const formats = ['csv', 'json', 'html'] as const

/** Saves the whole plan as a file (DC-41). */
export function SaveReport({ planId }: { readonly planId: number }) {
  const words = texts.plan.save
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" size="small">
          {words.action}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {formats.map((format) => (
            <MenuItemLink
              key={format}
              href={`/api-report/plans/${planId}.${format}`}
              download={`plan-${planId}.${format}`}
            >
              {words[format]}
            </MenuItemLink>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
