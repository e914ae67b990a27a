import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { texts } from '../../texts/texts.ts'

interface PictureCanvasProps {
  /** Base64. */
  readonly content: string
  readonly mediaType: string
  readonly label: string
}

const largest = 240

const useStyles = makeStyles({
  canvas: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
})

/** Draws a picture that came with an answer. The page itself may load none, from anywhere. */
export function PictureCanvas({ content, mediaType, label }: PictureCanvasProps) {
  const styles = useStyles()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    let isWanted = true
    setBroken(false)
    const draw = async () => {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }))
      const place = canvas.current
      if (!isWanted || place === null) return bitmap.close()
      const scale = Math.min(1, largest / Math.max(bitmap.width, bitmap.height))
      place.width = Math.max(1, Math.round(bitmap.width * scale))
      place.height = Math.max(1, Math.round(bitmap.height * scale))
      place.getContext('2d')?.drawImage(bitmap, 0, 0, place.width, place.height)
      bitmap.close()
    }
    draw().catch(() => isWanted && setBroken(true))
    return () => {
      isWanted = false
    }
  }, [content, mediaType])
  if (isBroken) return <div>{texts.configure.avatar.notShown}</div>
  return (
    <canvas ref={canvas} role="img" aria-label={label} className={styles.canvas} width={largest} height={largest} />
  )
}
