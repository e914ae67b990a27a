import type { KnownObject } from '../../app/api/explain/knownObject.ts'
import type { Possible } from '../../app/api/overview/overview.ts'
import type { CommandName } from '../frame/commands.ts'
import { texts } from '../texts/texts.ts'

/** One line of the palette. */
export type Choice =
  | { readonly kind: 'page'; readonly id: string; readonly label: string; readonly address: string }
  | {
      readonly kind: 'command'
      readonly id: string
      readonly label: string
      readonly command: CommandName
      readonly can: Possible
    }
  | { readonly kind: 'known'; readonly id: string; readonly known: KnownObject; readonly address: string }
  | { readonly kind: 'explain'; readonly id: string; readonly label: string; readonly address: string }

const { pages, commands } = texts.frame
const { help } = texts

const pageChoices: ReadonlyArray<readonly [string, string]> = [
  [pages.dashboard, '/'],
  [pages.plans, '/plans'],
  [pages.runs, '/runs'],
  [pages.people, '/people'],
  [pages.events, '/events'],
  ...(['general', 'selection', 'mapping', 'avatars', 'schedule', 'guards', 'notify'] as const).map(
    (name) => [`${pages.configure}: ${pages[name]}`, `/configure/${name}`] as const,
  ),
  [pages.help, '/help'],
  ...(['keys', 'faq', 'errors', 'about'] as const).map(
    (topic) => [`${pages.help}: ${help.topics[topic]}`, `/help/${topic}`] as const,
  ),
]

const commandNames: readonly CommandName[] = [
  'dry-run',
  'sync-incremental',
  'sync-full',
  'pause',
  'resume',
  'mode-automatic',
  'mode-manual',
  'reset-secret',
  'refresh',
]

/** Commands that would only undo what is not the case are left out rather than greyed. */
const pointless: ReadonlySet<CommandName> = new Set(['pause', 'resume', 'mode-automatic', 'mode-manual'])

/**
 * What the palette offers for a text: pages and commands that fit at once, then whoever the service knows by that name,
 * and last the way of anybody at all through every decision.
 */
export function choicesFor(
  text: string,
  known: readonly KnownObject[],
  possibility: (command: CommandName) => Possible,
): readonly Choice[] {
  const wanted = text.trim().toLowerCase()
  const fitting = <Each extends { readonly label: string }>(all: readonly Each[]): readonly Each[] =>
    wanted === ''
      ? all
      : all
          .map((each) => ({ each, rank: rankOf(each.label.toLowerCase(), wanted) }))
          .filter(({ rank }) => rank > 0)
          .sort((one, other) => other.rank - one.rank)
          .map(({ each }) => each)
  const chosenPages = fitting(
    pageChoices.map(([label, address]) => ({ kind: 'page' as const, id: `page-${address}`, label, address })),
  )
  const chosenCommands = fitting(
    commandNames
      .map((command) => ({
        kind: 'command' as const,
        id: `command-${command}`,
        label: command === 'dry-run' ? texts.palette.startDryRun : commands[command],
        command,
        can: possibility(command),
      }))
      .filter(({ command, can }) => can.possible || !pointless.has(command)),
  )
  return [
    ...chosenPages,
    ...chosenCommands,
    ...(wanted === '' ? [] : known.map(knownChoice)),
    ...(wanted === '' ? [] : [explainChoice(text.trim())]),
  ]
}

function knownChoice(known: KnownObject): Choice {
  // Groups and contacts have no address of their own by which the directory could find them.
  const who = known.kind === 'user' || known.kind === 'room' ? known.name : known.dn
  return { kind: 'known', id: `${known.kind}-${known.name}`, known, address: `/people/${encodeURIComponent(who)}` }
}

function explainChoice(who: string): Choice {
  const address = `/people/${encodeURIComponent(who)}`
  return { kind: 'explain', id: 'explain', label: texts.palette.explain(who), address }
}

/** 3 where the label begins with the text, 2 where a word in it does, 1 where all words of the text are in it. */
function rankOf(label: string, wanted: string): number {
  if (label.startsWith(wanted)) return 3
  const words = label.split(/[^\p{L}\p{N}]+/u)
  if (label.includes(` ${wanted}`)) return 2
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part))) ? 1 : 0
}
