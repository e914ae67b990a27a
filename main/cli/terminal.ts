/** Where a command writes; stdout carries results, stderr everything else. */
export interface Terminal {
  readonly json: boolean
  readonly verbose: boolean
  readonly dataFolder: string
  /** One line to stdout. */
  print(line: string): void
  /** One value to stdout as JSON. */
  printJson(value: unknown): void
  /** One line to stderr. */
  tell(line: string): void
  /** Pieces to stdout as they come. */
  stream(pieces: Iterable<string>): Promise<void>
}
