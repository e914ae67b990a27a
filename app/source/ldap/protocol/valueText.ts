import { isUtf8 } from 'node:buffer'
import { formatGuid } from '../../../selection/filter/formatGuid.ts'
import { formatSid } from '../../../selection/filter/formatSid.ts'
import type { ValueForm } from './attributeNames.ts'

const replacement = '\ufffd'

/** The text of the value that stands in `buffer` from `start` up to `end`; base64 when it fits no other form. */
export function valueText(buffer: Buffer, start: number, end: number, form: ValueForm): string {
  switch (form) {
    case 'text': {
      const text = buffer.toString('utf8', start, end)
      if (!text.includes(replacement) || isUtf8(buffer.subarray(start, end))) return text
      return buffer.toString('base64', start, end)
    }
    case 'guid':
      return formatGuid(buffer.subarray(start, end)) ?? buffer.toString('base64', start, end)
    case 'sid':
      return formatSid(buffer.subarray(start, end)) ?? buffer.toString('base64', start, end)
    case 'base64':
      return buffer.toString('base64', start, end)
  }
}
