import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import type { OrganizationSettings } from '../../../app/settings/schema.ts'
import { texts } from '../../texts/texts.ts'
import type { Edit, EditorProps } from '../draft/draft.ts'
import { merged } from '../draft/merged.ts'
import { problemAt } from '../draft/problemsAt.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { ListSetting } from '../fields/ListSetting.tsx'
import { Row, Stack } from '../fields/Stack.tsx'
import { SwitchSetting } from '../fields/SwitchSetting.tsx'
import { TextSetting } from '../fields/TextSetting.tsx'

type OtherDomain = OrganizationSettings['otherDomains'][number]

const useStyles = makeStyles({
  domain: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { alignSelf: 'flex-start' },
})

/** Country and language that people get who have none, and the other domains that feed the same store. */
export function OrganizationEditor({ draft, change, problems }: EditorProps) {
  const styles = useStyles()
  const { organization: words } = texts.configure
  const { shared, country, language, otherDomains } = draft.organization
  const lines = otherDomains.map((domain, index) => ({ domain, index }))
  const withDomains = (domains: OtherDomain[]) => change(inOrganization({ otherDomains: domains }))
  return (
    <Stack>
      <Row>
        <TextSetting
          label={words.country}
          hint={words.countryHint}
          place="organization.country"
          problems={problems}
          value={country ?? ''}
          onChange={(text) => change(inOrganization({ country: text === '' ? undefined : text }))}
        />
        <TextSetting
          label={words.language}
          hint={words.languageHint}
          place="organization.language"
          problems={problems}
          value={language ?? ''}
          onChange={(text) => change(inOrganization({ language: text === '' ? undefined : text }))}
        />
      </Row>
      <SwitchSetting
        label={words.shared}
        hint={words.sharedHint}
        place="organization.shared"
        problems={problems}
        value={shared}
        onChange={(value) => change(inOrganization({ shared: value, ...(!value && { otherDomains: [] }) }))}
      />
      {lines.map(({ domain, index }) => {
        const place = `organization.otherDomains[${index}]`
        const changed = (values: Partial<OtherDomain>) =>
          withDomains(otherDomains.map((old, at) => (at === index ? { ...old, ...values } : old)))
        const problem = problemAt(problems, place)
        return (
          <div key={index} className={styles.domain}>
            <TextSetting
              label={words.domainName}
              place={`${place}.name`}
              problems={problems}
              value={domain.name}
              onChange={(name) => changed({ name })}
            />
            <ListSetting
              label={words.uidEndings}
              place={`${place}.uidEndings`}
              problems={problems}
              values={domain.uidEndings}
              onChange={(uidEndings) => changed({ uidEndings })}
              add={words.addUidEnding}
              placeholder="@emea.example.com"
            />
            <ListSetting
              label={words.groupBeginnings}
              place={`${place}.groupBeginnings`}
              problems={problems}
              values={domain.groupBeginnings}
              onChange={(groupBeginnings) => changed({ groupBeginnings })}
              add={words.addGroupBeginning}
              placeholder="EMEA "
            />
            {problem && <FieldNote tone="error">{problem.message}</FieldNote>}
            <Button className={styles.button} onClick={() => withDomains(otherDomains.filter((_, at) => at !== index))}>
              {words.removeDomain(domain.name)}
            </Button>
          </div>
        )
      })}
      {shared && (
        <Button
          className={styles.button}
          icon={<Add16Regular />}
          onClick={() => withDomains([...otherDomains, { name: '', uidEndings: [], groupBeginnings: [] }])}
        >
          {words.addDomain}
        </Button>
      )}
    </Stack>
  )
}

function inOrganization(
  values: {
    readonly [Key in keyof OrganizationSettings]?: OrganizationSettings[Key] | undefined
  },
): Edit {
  return (draft) => ({ ...draft, organization: merged(draft.organization, values) })
}
