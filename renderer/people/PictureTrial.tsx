import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { AvatarTrial } from '../../app/api/avatar/avatarTrial.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Facts } from '../components/Facts.tsx'
import { shownNumber } from '../texts/counting.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'

const useStyles = makeStyles({
  shown: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
  picture: {
    width: '96px',
    height: '96px',
    objectFit: 'cover',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

/** Fetches the picture of somebody when it is asked for, and shows it. */
export function PictureTrial({ who }: { readonly who: string }) {
  const { show, showing } = texts.people.picture
  const [wanted, setWanted] = useState<'not-yet' | 'wanted'>('not-yet')
  const { data, error, refetch } = useAnswer(['tryAvatar', who], (signal) => api.tryAvatar.query({ who }, { signal }), {
    enabled: wanted === 'wanted',
  })
  if (data) return <Picture trial={data} who={who} />
  if (error) return <ErrorNotice error={error} onTryAgain={() => void refetch()} />
  return (
    <div>
      <Button size="small" disabledFocusable={wanted === 'wanted'} onClick={() => setWanted('wanted')}>
        {wanted === 'wanted' ? showing : show}
      </Button>
    </div>
  )
}

function Picture({ trial, who }: { readonly trial: AvatarTrial; readonly who: string }) {
  const styles = useStyles()
  const { alt, facts, format } = texts.people.picture
  const { origin, picture, content } = trial
  const place = origin.kind === 'attribute' ? origin.attribute : origin.finalUri
  return (
    <div className={styles.shown}>
      <img className={styles.picture} alt={alt(who)} src={`data:${picture.mediaType};base64,${content}`} />
      <Facts
        facts={[
          { label: facts.place, value: place },
          {
            label: facts.format,
            value: format(picture.type, picture.width, picture.height, shownNumber(picture.size)),
          },
          { label: facts.hash, value: picture.sha256 },
        ]}
      />
    </div>
  )
}
