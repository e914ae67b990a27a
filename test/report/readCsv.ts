/** Reads CSV as RFC 4180 has it: every row with its fields. Throws when a quote is not closed. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let position = 0
  while (position < text.length) {
    let field = ''
    if (text[position] === '"') {
      position += 1
      for (;;) {
        const end = text.indexOf('"', position)
        if (end === -1) throw new Error('A quote is not closed')
        field += text.slice(position, end)
        position = end + 1
        if (text[position] !== '"') break
        field += '"'
        position += 1
      }
    } else {
      const end = text.slice(position).search(/,|\r\n/)
      field = text.slice(position, position + end)
      position += end
    }
    row.push(field)
    if (text[position] === ',') {
      position += 1
    } else if (text.startsWith('\r\n', position)) {
      rows.push(row)
      row = []
      position += 2
    } else throw new Error(`Neither a comma nor a line end at ${position}`)
  }
  return rows
}
