import { main } from './main.mjs'

/**
 * Runs one of `src/commands` to its end, in the settings of this installation and on a migrated database, and ends with its code.
 * @param {import('./command.mjs').Command} name
 * @param {string[]} [args]
 */
export const ownCommand = (name, args = []) =>
  main(async () => {
    const { runCommandInFront } = await import('./command.mjs')
    const { migrate } = await import('./migrate.mjs')
    const { withSession } = await import('./session.mjs')

    return withSession({
      task: async (session) => {
        await migrate(session)

        return runCommandInFront({ name, args, env: session.env })
      },
    })
  })
