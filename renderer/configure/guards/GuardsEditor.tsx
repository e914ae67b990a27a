import { makeStyles, Radio, RadioGroup, Switch, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { GuardSettings } from '../../../app/settings/schema.ts'
import { api } from '../../client.ts'
import { Section } from '../../components/Section.tsx'
import { texts } from '../../texts/texts.ts'
import { useAnswer } from '../../useAnswer.ts'
import type { Edit, EditorProps } from '../draft/draft.ts'
import { sameLimits } from '../draft/emptyDraft.ts'
import { merged } from '../draft/merged.ts'
import { Column, Columns } from '../fields/Columns.tsx'
import { FieldNote } from '../fields/FieldNote.tsx'
import { ListSetting } from '../fields/ListSetting.tsx'
import { NumberSetting } from '../fields/NumberSetting.tsx'
import { Stack } from '../fields/Stack.tsx'
import { LimitTable } from './LimitTable.tsx'

const useStyles = makeStyles({
  limits: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** What a plan may change at once, who is never touched, and what becomes of who is gone. */
export function GuardsEditor({ draft, change, problems }: EditorProps) {
  const styles = useStyles()
  const { guards: words } = texts.configure
  const { deletions, creates, updates } = draft.guards
  const { data } = useAnswer(['overview'], (signal) => api.overview.query(undefined, { signal }))
  const id = useId()
  const linked = data?.linked ?? null
  const optional = [
    { name: 'creates', limits: creates },
    { name: 'updates', limits: updates },
  ] as const
  return (
    <Columns first="wide">
      <Column>
        <Section title={words.deletions}>
          <div className={styles.limits}>
            <FieldNote>{words.deletionsHint}</FieldNote>
            <LimitTable
              name="deletions"
              limits={deletions}
              linked={linked}
              problems={problems}
              onChange={(limits) => change(inGuards({ deletions: limits }))}
            />
          </div>
        </Section>
        {optional.map(({ name, limits }) => (
          <Section key={name} title={words.optional[name]}>
            <div className={styles.limits}>
              <Switch
                label={words.guardThem}
                checked={limits !== undefined}
                onChange={(_, { checked }) => change(inGuards({ [name]: checked ? sameLimits() : undefined }))}
              />
              {limits !== undefined && (
                <LimitTable
                  name={name}
                  limits={limits}
                  linked={linked}
                  problems={problems}
                  onChange={(changed) => change(inGuards({ [name]: changed }))}
                />
              )}
            </div>
          </Section>
        ))}
      </Column>
      <Column>
        <Section title={words.gone}>
          <Stack>
            <NumberSetting
              label={words.softDeleteDays}
              hint={words.softDeleteHint(draft.softDeleteDays)}
              unit={words.days}
              place="softDeleteDays"
              problems={problems}
              value={draft.softDeleteDays}
              onChange={(softDeleteDays) => change((it) => ({ ...it, softDeleteDays }))}
            />
            <div>
              <div id={id}>{words.mismatched}</div>
              <RadioGroup
                aria-labelledby={id}
                value={draft.mismatched}
                onChange={(_, { value }) =>
                  change((it) => ({ ...it, mismatched: value === 'delete' ? 'delete' : 'retain' }))
                }
              >
                <Radio value="retain" label={words.mismatchedChoices.retain} />
                <Radio value="delete" label={words.mismatchedChoices.delete} />
              </RadioGroup>
              <FieldNote {...(draft.mismatched === 'delete' && { tone: 'warning' })}>
                {words.mismatchedHints[draft.mismatched]}
              </FieldNote>
            </div>
          </Stack>
        </Section>
        <Section title={words.protected}>
          <Stack>
            <ListSetting
              label={words.protectedLabel}
              hint={words.protectedHint}
              place="guards.protected"
              problems={problems}
              values={draft.guards.protected}
              onChange={(values) => change(inGuards({ protected: values }))}
              add={words.addProtected}
              placeholder="anna.smith@example.com"
            />
          </Stack>
        </Section>
      </Column>
    </Columns>
  )
}

function inGuards(values: { readonly [Key in keyof GuardSettings]?: GuardSettings[Key] | undefined }): Edit {
  return (draft) => ({ ...draft, guards: merged(draft.guards, values) })
}
