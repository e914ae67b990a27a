import { ConnectorError } from '../../model/error.ts'

export interface PatternErrorParts {
  /** Offset in UTF-16 units, from 0. */
  readonly position: number
  /** What is wrong there; the end of a sentence without its full stop. */
  readonly problem: string
  readonly remedy: string
}

/** A URI pattern that cannot be used (DC-70). `position` counts from 0, the message and the place from 1. */
export class PatternError extends ConnectorError {
  readonly position: number

  constructor({ position, problem, remedy }: PatternErrorParts) {
    super({
      side: 'settings',
      code: 'invalid-pattern',
      message: `The pattern is wrong at position ${position + 1}: ${problem}.`,
      remedy,
      place: `position ${position + 1}`,
    })
    this.name = 'PatternError'
    this.position = position
  }
}
