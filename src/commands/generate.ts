import config from '@payload-config'
import { getPayload } from 'payload'

import { changeFiles } from './generate/files'
import { permissionsPage } from '@/operations/identity/permissionsPage'

import { documentFacts } from './generate/document'
import { createMigration, isSchemaChanged } from './generate/migration'
import { generatedByPayload } from './generate/payloadFiles'

/*
 * npm run generate [-- <name of the migration>] writes what follows from the configuration: the types,
 * the admin's import map, the table of facts, and a migration when the schema has changed. With
 * --check it writes nothing and exits 1, naming what is stale. It opens no database.
 */
const args = process.argv.slice(2)
const isCheck = args.includes('--check')
const name = args.find((arg) => !arg.startsWith('-')) ?? 'change'

const root = process.cwd()
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
const files = [
  ...(await generatedByPayload(payload.config)),
  await documentFacts(root),
  { file: 'docs/permissions.md', text: permissionsPage() },
]
const changed = await changeFiles({ files, isCheck, root })
if (await isSchemaChanged(payload)) {
  const made = isCheck ? 'src/migrations' : await createMigration({ name, payload })
  changed.push(...(made ? [made] : []))
}

const [nothing, each] = isCheck ? ['Nothing is stale.', 'Stale'] : ['Nothing to write.', 'Written']
process.stdout.write(
  changed.length > 0 ? changed.map((file) => `${each}: ${file}\n`).join('') : `${nothing}\n`,
)
if (isCheck && changed.length > 0) {
  process.stdout.write('Run `npm run generate` and commit what it writes.\n')
}
process.exit(isCheck && changed.length > 0 ? 1 : 0)
