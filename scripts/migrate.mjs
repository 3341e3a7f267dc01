import { main } from './runtime/main.mjs'

/* Without arguments: bring the database up to date. With arguments: pass them to the command, as in `create <name>`. */
await main(async () => {
  const { runCommandInFront } = await import('./runtime/command.mjs')
  const { migrate } = await import('./runtime/migrate.mjs')
  const { say } = await import('./runtime/output.mjs')
  const { withSession } = await import('./runtime/session.mjs')
  const args = process.argv.slice(2)

  return withSession({
    task: async (session) => {
      if (args.length > 0) {
        return runCommandInFront({ name: 'migrate', args, env: session.env })
      }
      await migrate(session)
      say('The database is up to date.')
    },
  })
})
