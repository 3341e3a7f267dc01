import { closeHosts } from '@/database/hosts'
import { takeBackup } from '@/operations/tenancy/backups/take'

/* npm run backup makes a backup now, whether one is due or not, and deletes those that the policy no longer keeps. */
const made = await takeBackup()
const sum = made?.tables.reduce((rows, table) => rows + table.rows, 0)
process.stdout.write(
  made
    ? `${made.id}: ${made.tables.length} tables, ${sum} rows, ${made.files} files.\n`
    : 'A backup is being made by another process.\n',
)
await closeHosts()
process.exit(made ? 0 : 1)
