import path from 'node:path'

import { ownCommand } from './runtime/ownCommand.mjs'

// npm runs us at the root, wherever it was called.
const from = process.env.INIT_CWD ?? process.cwd()

await ownCommand(
  'edgeLogs',
  process.argv.slice(2).map((name) => path.resolve(from, name)),
)
