import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { texts } from '../texts/texts.ts'
import { PaletteSearch } from './PaletteSearch.tsx'
import { onPaletteOpening } from './paletteOpening.ts'

const useStyles = makeStyles({
  dialog: {
    width: 'min(640px, calc(100vw - 48px))',
    margin: '72px auto auto',
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflow: 'hidden',
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
})

/** Finds pages, commands and people from everywhere, by keyboard alone (Ctrl+K). */
export function Palette() {
  const styles = useStyles()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const open = () => {
      if (dialog.current?.open) return
      setOpen(true)
      dialog.current?.showModal()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', onKeyDown)
    const stop = onPaletteOpening(open)
    return () => {
      removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [])

  const close = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the palette closes it as Escape does
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={texts.palette.title}
      onClick={(event) => event.target === dialog.current && close()}
      onClose={() => setOpen(false)}
    >
      {isOpen && <PaletteSearch onDone={close} />}
    </dialog>
  )
}
