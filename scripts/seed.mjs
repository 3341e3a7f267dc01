import { main } from './runtime/main.mjs'

await main(async () => {
  const { runCommandInFront } = await import('./runtime/command.mjs')
  const { Halt } = await import('./runtime/halt.mjs')
  const { migrate } = await import('./runtime/migrate.mjs')
  const { mayHoldDemo } = await import('./runtime/seed.mjs')
  const { withSession } = await import('./runtime/session.mjs')

  return withSession({
    task: async (session) => {
      if (process.argv[2] !== 'staff' && !mayHoldDemo(session)) {
        throw new Halt(
          'DATABASE_URL is set: set LECTERN_DEMO=1 as well to put the demo schools into that database.',
        )
      }
      await migrate(session)

      return runCommandInFront({ name: 'seed', args: process.argv.slice(2), env: session.env })
    },
  })
})
