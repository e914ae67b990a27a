import { ConnectorError } from '../../app/model/error.ts'

export function noDataFolder(folder: string): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'no-data-folder',
    message: `${folder} is not a data folder: it has no settings.yaml.`,
    remedy: 'Make one with `init --settings FILE`, or name another with --data-dir.',
    place: folder,
  })
}
