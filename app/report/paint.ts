import type { Tone } from './outcomeWord.ts'

/** Puts whatever a terminal needs for a colour or weight around a text, or gives the text back as it is. */
export type Paint = (text: string, tone: Tone | 'strong' | 'quiet') => string
