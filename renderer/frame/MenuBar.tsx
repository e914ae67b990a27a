import { makeStyles, tokens, useArrowNavigationGroup } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { texts } from '../texts/texts.ts'
import { useOverview } from '../useOverview.ts'
import { CommandMenu } from './CommandMenu.tsx'
import { type MenuOfCommands, menusOf } from './commands.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gridColumn: '1 / -1',
    padding: `2px ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

/** The menus in a browser; the window has its native ones. Alt with the letter of a menu opens it (DC-92). */
export function MenuBar() {
  const styles = useStyles()
  const { data } = useOverview()
  const menus = menusOf(data?.control)
  const [open, setOpen] = useState<MenuOfCommands['name'] | null>(null)
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', circular: true, memorizeCurrent: true })

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const chosen = menusOf(undefined).find(({ key }) => event.code === `Key${key.toUpperCase()}`)
      if (chosen === undefined) return
      event.preventDefault()
      setOpen(chosen.name)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  const beside = (name: MenuOfCommands['name'], step: 1 | -1) => {
    const at = menus.findIndex((menu) => menu.name === name)
    setOpen(menus[(at + step + menus.length) % menus.length]?.name ?? null)
  }
  return (
    <div role="menubar" aria-label={texts.frame.menus.bar} className={styles.bar} {...arrows}>
      {menus.map((menu) => (
        <CommandMenu
          key={menu.name}
          menu={menu}
          isOpen={open === menu.name}
          onOpen={(isOpen) => setOpen((before) => (isOpen ? menu.name : before === menu.name ? null : before))}
          onBeside={(step) => beside(menu.name, step)}
        />
      ))}
    </div>
  )
}
