import type { Run } from '../../../app/model/run.ts'
import { followService } from '../../../main/desktop/followService.ts'
import type { ServiceView } from '../../../main/desktop/serviceView.ts'
import type { RunningCommand } from '../../e2e/runConnector.ts'
import { startService } from '../../e2e/startService.ts'
import { makeWorkplace, type Workplace } from '../../e2e/workplace.ts'
import { freePort } from '../../services/freePort.ts'
import { waitUntil } from '../../services/waitUntil.ts'

describe('Following the service', () => {
  let workplace: Workplace
  let service: RunningCommand | undefined
  const leaving = new AbortController()
  let followed: Promise<void> | undefined
  const views: ServiceView[] = []
  const ended: Run[] = []

  beforeAll(async () => {
    const bind = { method: 'simple', user: 'cn=reader', password: { env: 'DIRECTORY_PASSWORD' } } as const
    workplace = await makeWorkplace({
      // Nobody listens there.
      directory: { type: 'ldap', servers: [`ldap://127.0.0.1:${await freePort()}`], bind },
      password: 'secret',
      selection: { baseDns: ['dc=example'] },
    })
  })
  afterAll(async () => {
    leaving.abort()
    await followed
    service?.stop('SIGKILL')
    await service?.ended
    await workplace?.end()
  })

  const present = () => {
    const view = views.at(-1)
    return view?.kind === 'present' ? view : undefined
  }

  test('sees it come, pause, fail a run, go and come again', async () => {
    const { install } = workplace
    followed = followService({
      dataFolder: install.dataFolder,
      seen: (view) => views.push(view),
      ended: (run) => ended.push(run),
      signal: leaving.signal,
    })
    await waitUntil('it is seen that there is none', () => views.at(-1)?.kind === 'absent')
    service = await startService(install)
    await waitUntil('it is seen', () => present() !== undefined)

    await install.run('pause')
    await waitUntil('the pause is seen', () => typeof present()?.overview.control.pausedAt === 'string')
    await install.run('resume')
    await waitUntil('the end of the pause is seen', () => present()?.overview.control.pausedAt === null)

    expect(await install.run('sync', '--full')).toMatchObject({ code: 1 })
    await waitUntil('the run that failed is told', () => ended.length === 1)
    expect(ended).toMatchObject([{ kind: 'full', status: 'failed' }])
    await waitUntil('the light is red', () => present()?.overview.light.kind === 'failed')

    service.stop('SIGKILL')
    await service.ended
    await waitUntil('it is seen to be gone', () => views.at(-1)?.kind === 'absent')
    service = await startService(install)
    await waitUntil('it is seen again', () => present() !== undefined)
    expect(ended).toHaveLength(1)
  })
})
