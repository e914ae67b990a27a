import { generic } from './generic.ts'
import type { Profile } from './profile.ts'
import { webex } from './webex.ts'

/** The built-in profiles by their name in the settings. */
export const profiles: Readonly<Record<Profile['name'], Profile>> = { generic, webex }
