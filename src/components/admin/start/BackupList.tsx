import type { Locale } from '@/domain/tenancy/locales'
import type { BackupHealth, BackupRecord } from '@/operations/tenancy/backups'

import { BACKUP_WORDS } from './backupWords'
import { Panel } from './Panel'

type Words = (typeof BACKUP_WORDS)[Locale]

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A number of bytes in the largest unit of which it has one, kept together where the text around it runs the other way. */
const sizeIn = (language: Locale, bytes: number): string => {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))

  const size = new Intl.NumberFormat(language, {
    maximumFractionDigits: 1,
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: 'short',
  }).format(bytes / 1000 ** step)

  return `\u2068${size}\u2069`
}

/** What became of a backup: made, and restored since; or why not. */
const fateOf = ({ drill, error, finishedAt }: BackupRecord, words: Words): string => {
  if (error !== null) {
    return words.failed(error)
  }
  if (finishedAt === null) {
    return words.running
  }
  if (!drill) {
    return words.untried
  }

  return drill.error === null ? words.restored : words.unrestorable(drill.error)
}

/** The last backups of the installation and whether they can be restored; for the platform's staff. */
export const BackupList = ({
  backups,
  health,
  language,
}: {
  backups: readonly BackupRecord[]
  health: BackupHealth
  language: Locale
}) => {
  const words = BACKUP_WORDS[language]
  const number = new Intl.NumberFormat(language)
  const moment = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })

  return (
    <Panel empty={backups.length === 0 ? words.none : null} title={words.title}>
      <p role={health.ok ? undefined : 'alert'}>
        {health.ok ? words.well : health.drill === 'failed' ? words.broken : words.late}
      </p>
      <ul className="lectern-start__rows">
        {backups.map((backup) => (
          <li key={backup.id}>
            <div>
              <time dateTime={backup.startedAt}>
                {words.at(moment.format(new Date(backup.startedAt)))}
              </time>
              <p>{fateOf(backup, words)}</p>
            </div>
            <p>
              {backup.rows !== null &&
                words.holds(
                  number.format(backup.rows),
                  number.format(backup.files ?? 0),
                  sizeIn(language, (backup.bytes ?? 0) + (backup.fileBytes ?? 0)),
                )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
