import { existsSync, rmSync, writeFileSync } from 'node:fs'

import { runCommand } from './command.mjs'
import { step } from './output.mjs'
import { inData } from './paths.mjs'
import { withClient } from './postgres/client.mjs'

/** @typedef {import('./session.mjs').Session} Session */

/** Whether this database may hold the demo schools: the embedded one always, another only when asked to. */
export const mayHoldDemo = (
  /** @type {Pick<Session, 'checked' | 'embedded'>} */ { checked, embedded },
) => embedded || checked.LECTERN_DEMO

/**
 * @param {string} databaseUrl
 * @returns {Promise<boolean>} whether there is no school yet
 */
const isEmpty = (databaseUrl) =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `select not exists (select from tenants where kind = 'school') as empty`,
    )

    return rows[0].empty
  })

/**
 * Seeds the demo schools into an empty database that may hold them. A seeding that was interrupted is
 * begun again: the command writes nothing twice.
 * @param {Session} session
 */
export const seedWhenEmpty = async (session) => {
  const unfinished = inData('seeding')
  if (!mayHoldDemo(session)) {
    return
  }
  if (!(await isEmpty(session.databaseUrl)) && !(session.embedded && existsSync(unfinished))) {
    return
  }
  await step('Seeding the demo schools', async (note) => {
    writeFileSync(unfinished, '')
    await runCommand({ name: 'seed', env: session.env, note })
    rmSync(unfinished, { force: true })
  })
}
