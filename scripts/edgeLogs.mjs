import path from 'node:path'

import { main } from './runtime/main.mjs'

await main(async () => {
  const { runCommandInFront } = await import('./runtime/command.mjs')
  const { migrate } = await import('./runtime/migrate.mjs')
  const { withSession } = await import('./runtime/session.mjs')
  // npm runs us at the root, wherever it was called.
  const from = process.env.INIT_CWD ?? process.cwd()
  const logs = process.argv.slice(2).map((name) => path.resolve(from, name))

  return withSession({
    task: async (session) => {
      await migrate(session)

      return runCommandInFront({ name: 'edgeLogs', args: logs, env: session.env })
    },
  })
})
