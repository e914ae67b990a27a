import { dnKey, isAtOrBelow } from '../../app/model/dn.ts'
import { ldapsearch } from '../services/ldapsearch.ts'
import { differences } from './differences.ts'
import { activeDirectory, expectedContent, openLdap } from './expectedContent.ts'
import { replaceRecord } from './ldapmodify.ts'
import { plainContent } from './plainContent.ts'
import type { WeekClosing } from './weekDescription.ts'

/** What must be true on Friday evening, after `weekSteps`; in this order. */
export const weekClosings: readonly WeekClosing[] = [
  {
    name: 'the store holds what an independent reading of the directory says',
    concerns: ({ groups }) => groups === 'nested',
    async check(connector, { admin, companyDn, flavour }) {
      const excluded = dnKey(`OU=Former,${companyDn}`)
      const entries = await ldapsearch({ ...admin, baseDn: companyDn })
      const expected = expectedContent(
        entries.filter(({ dn }) => !isAtOrBelow(dnKey(dn), excluded)),
        flavour === 'ad' ? activeDirectory : openLdap,
      )
      const { users, groups } = await connector.read()
      const content = plainContent({ users: users.filter(({ active }) => active), groups })
      expect(content.users.size).toBeGreaterThan(5)
      expect(differences(content, expected)).toEqual([])
    },
  },
  {
    name: 'who left for good is deleted when the time has come',
    concerns: ({ through }) => through === 'this process',
    async check(connector) {
      connector.passDays(8)
      const { changes } = await connector.syncIncremental()
      expect(changes).toContain('delete sue (vanished-long-enough)')
      for (const each of changes) expect(each).toMatch(/^delete .* \(vanished-long-enough\)$/)
      expect((await connector.dryRun()).changes).toEqual([])
    },
  },
  {
    name: 'other settings are tried on what is held, with the same plan as on the directory',
    concerns: () => true,
    async check(connector, { change, companyDn, flavour }, { name, method }) {
      await change(replaceRecord(`CN=ann,OU=Staff,${companyDn}`, 'sn', `Ann by ${name}`))
      const { mapping, selection } = connector.settings()
      const narrower = '(&(!(sn=eve))(mail=*@week.test))'
      await connector.use({
        mapping: { ...mapping, displayName: '"Dr. " + sn', title: null },
        selection: { ...selection, users: { filter: narrower } },
      })
      connector.wire.takeRequests()
      const snapshot = await connector.dryRun('snapshot')
      const messages = connector.wire.takeRequests()
      const whole = await connector.dryRun()
      expect(snapshot.changes).toEqual(whole.changes)
      expect(snapshot.changes).toContain('update anna (differs: displayName, sn)')
      expect(snapshot.changes).toContain('deactivate eve (vanished)')
      expect(snapshot.plan.digest).toBe(whole.plan.digest)
      expect(snapshot.plan.basis).toMatchObject({ kind: 'snapshot', method })
      expect(snapshot.plan.counts).toMatchObject({ users: { read: flavour === 'ad' ? 1 : expect.any(Number) } })
      expect(messages).toBeLessThan(60)
    },
  },
]
