/** One server-sent event. */
export interface StreamEvent {
  readonly event: string
  readonly data: string
  readonly id: string
}

/** Splits text that comes in pieces into server-sent events (HTML standard, 9.2.6). */
export async function* readEventStream(pieces: AsyncIterable<string>): AsyncGenerator<StreamEvent> {
  let rest = ''
  let id = ''
  for await (const piece of pieces) {
    const blocks = (rest + piece).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      let event = 'message'
      const data: string[] = []
      for (const line of block.split('\n')) {
        const [, field, value = ''] = /^([^:]+):? ?(.*)$/s.exec(line) ?? []
        if (field === 'event') event = value
        else if (field === 'data') data.push(value)
        else if (field === 'id') id = value
      }
      if (data.length > 0) yield { event, data: data.join('\n'), id }
    }
  }
}
