import { parseFilter } from '../../../selection/filter/parseFilter.ts'
import type { ReadRequest } from '../../source.ts'
import { marksFor } from '../marks/marksFor.ts'
import type { PrepareReader } from './baseReader.ts'
import { entryMaker } from './entryMaker.ts'
import { pageSizeFor } from './pageSizeFor.ts'
import { readBase } from './readBase.ts'

/** Reads everybody whom a request selects. */
export function selectionReader(request: ReadRequest): PrepareReader {
  const filter = parseFilter(request.filter)
  return async (server) => {
    const { connection, profile, name } = server
    const maker = entryMaker(profile, request.kind, request.attributes, await marksFor(server, request))
    const pageSize = pageSizeFor(request, server)
    return (baseDn) => readBase(connection, profile, { baseDn, server: name, filter, maker, pageSize })
  }
}
