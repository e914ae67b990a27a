import { ConnectorError } from '../../model/error.ts'

export interface ExpressionErrorParts {
  /** Offset in UTF-16 units, from 0; equal to the length of the text at its end. */
  readonly position: number
  /** What stands there, ready for a sentence: `")"`, `the end`. */
  readonly found: string
  /** What should stand there, ready for a sentence. */
  readonly expected: string
  readonly remedy: string
}

/** An expression that cannot be read (DC-22). `position` counts from 0, the message and the place from 1. */
export class ExpressionError extends ConnectorError {
  readonly position: number

  constructor(parts: ExpressionErrorParts) {
    super({
      side: 'settings',
      code: 'invalid-expression',
      message: `The expression is wrong at position ${parts.position + 1}: found ${parts.found}, expected ${parts.expected}.`,
      remedy: parts.remedy,
      place: `position ${parts.position + 1}`,
    })
    this.name = 'ExpressionError'
    this.position = parts.position
  }
}
