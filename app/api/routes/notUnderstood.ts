import type { ZodError } from 'zod'
import { ConnectorError } from '../../model/error.ts'
import { schemaProblems } from '../../settings/schemaProblems.ts'
import { pathText } from '../../settings/settingsProblem.ts'

/** Why a question cannot be answered whose input is not what its route takes. */
export function notUnderstood({ issues }: ZodError, input: unknown): ConnectorError {
  const problems = schemaProblems(issues, input).map(
    ({ path, message }) => `${path.length === 0 ? 'the input' : pathText(path)} ${message}`,
  )
  return new ConnectorError({
    side: 'connector',
    code: 'not-understood',
    message: `The service was asked for what it does not understand: ${problems.join('; ')}.`,
    remedy:
      'Correct what was typed. If nothing was, load the window anew: it may be of another version than the service.',
  })
}
