import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import type { DirectoryDraft } from '../../../app/api/directory/directoryBrowser.ts'
import type { Draft } from './draft.ts'
import { problemsAt } from './problemsAt.ts'

type Part = 'selection' | 'mapping' | 'organization'

/** The parts of a draft with which the directory is asked something. */
export function directoryDraft(draft: Draft, parts: readonly Part[]): DirectoryDraft {
  const { directory, selection, mapping, organization } = draft
  return {
    directory,
    ...(parts.includes('selection') && { selection }),
    ...(parts.includes('mapping') && { mapping }),
    ...(parts.includes('organization') && { organization }),
  }
}

/** Whether nothing in these parts keeps the directory from being asked. */
export function canAsk(problems: readonly FieldProblem[], parts: readonly (Part | 'directory' | 'avatar')[]): boolean {
  return parts.every((part) => problemsAt(problems, part).length === 0)
}
