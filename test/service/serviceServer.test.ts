import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiClient } from '../../app/api/remote/apiClient.ts'
import { answered } from '../../app/api/remote/remoteAnswer.ts'
import { type ServiceDoor, socketTransport } from '../../app/api/remote/socketTransport.ts'
import { ConnectorError } from '../../app/model/error.ts'
import { apiHandler } from '../../main/service/apiHandler.ts'
import { type ServiceServer, startServiceServer } from '../../main/service/serviceServer.ts'
import { event, type FakeService, fakeService, running } from './fakeService.ts'

describe('The API on its socket', () => {
  let folder: string
  let server: ServiceServer
  let defects: Error[]
  let fake: FakeService

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connector-socket-'))
    defects = []
    fake = fakeService()
    const address =
      process.platform === 'win32'
        ? `\\\\.\\pipe\\connector-${process.pid}-${Date.now()}`
        : join(folder, 'service.sock')
    server = await startServiceServer({ address, answer: answer() })
  })
  afterEach(async () => {
    await server[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })

  const answer = () =>
    apiHandler({
      service: fake.service,
      openRecorded: () => {
        throw new Error('nothing is recorded')
      },
      defect: (error) => defects.push(error),
    })
  const client = (door: ServiceDoor = server.door) => apiClient(socketTransport(door))

  test('sends progress and events as they come, until nobody listens any more', async () => {
    const heard: unknown[] = []
    const both = Promise.withResolvers<void>()
    const onData = (data: unknown) => {
      heard.push(data)
      if (heard.length === 2) both.resolve()
    }
    const progress = client().progress.subscribe(undefined, { onData, onError: both.reject })
    const events = client().events.subscribe(undefined, { onData, onError: both.reject })
    await both.promise
    expect(heard).toEqual(expect.arrayContaining([{ running }, event]))
    expect(fake.subscribers).toEqual({ begun: 2, ended: 0 })
    progress.unsubscribe()
    events.unsubscribe()
    await ended(2)
  })

  test('hands a ConnectorError over whole, and nothing else of what went wrong', async () => {
    const refused = answered(client().explain.query({ who: 'nobody' }))
    await expect(refused).rejects.toBeInstanceOf(ConnectorError)
    await expect(refused).rejects.toMatchObject({ side: 'directory', code: 'user-not-found', place: 'nobody' })
    expect(defects).toEqual([])
    const broken = answered(client().check.query())
    await expect(broken).rejects.not.toBeInstanceOf(ConnectorError)
    await expect(broken).rejects.toThrow('The service failed: out of paper')
    expect(defects.map(({ message }) => message)).toEqual(['out of paper'])
  })

  test('refuses what has no token, or another one, or is no proper question', async () => {
    for (const token of ['', server.door.token.slice(1), `${server.door.token}0`])
      await expect(client({ ...server.door, token }).check.query()).rejects.toThrow()
    expect(defects).toEqual([])
    const improper = answered(client().undo.mutate({ runId: -1 }))
    await expect(improper).rejects.toMatchObject({
      side: 'connector',
      code: 'not-understood',
      message: 'The service was asked for what it does not understand: runId must be at least 1.',
    })
    expect(defects).toEqual([])
  })

  test('that ends tells everyone who waits', async () => {
    const gone = Promise.withResolvers<unknown>()
    client().progress.subscribe(undefined, { onStarted: () => asking.resolve(), onError: gone.resolve })
    const asking = Promise.withResolvers<void>()
    await asking.promise
    const waiting = answered(client().dryRun.mutate({}))
    const refused = expect(waiting).rejects.toMatchObject({ side: 'connector', code: 'service-gone' })
    await answered(client().status.query())
    await server[Symbol.asyncDispose]()
    await refused
    await gone.promise
    server = await startServiceServer({ address: server.door.address, answer: answer() })
  })

  async function ended(count: number): Promise<void> {
    const { waitUntil } = await import('../services/waitUntil.ts')
    await waitUntil('the service knows that nobody listens', () => fake.subscribers.ended === count)
  }
})
