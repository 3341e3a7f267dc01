import { commandArgs } from '../runtime/command.mjs'
import { step } from '../runtime/output.mjs'
import { inRoot } from '../runtime/paths.mjs'
import { freePort } from '../runtime/postgres/server.mjs'
import { supervise } from '../runtime/supervise.mjs'
import { untilHealthy } from '../runtime/web.mjs'
import { bareFolder } from './bare.mjs'

/** @typedef {{ bare: number, upsert: number, web: number }} Ports */

/*
 * Servers listen on `localhost` by name: given an address, Next takes the rewrites of `src/proxy.ts`
 * for another server's and asks itself for ever. The name stands for 127.0.0.1 here.
 */

/** Milliseconds until everything has to answer. */
const PATIENCE = 60_000

/**
 * Three ports that are free now and differ.
 * @returns {Promise<Ports>}
 */
export const freePorts = async () => {
  const web = await freePort()
  const bare = await freePort()
  const upsert = await freePort()

  return new Set([web, bare, upsert]).size === 3 ? { bare, upsert, web } : freePorts()
}

/**
 * Starts the platform (web and worker) and both baselines, on this machine's own address alone, and
 * waits until each answers. What goes wrong is said with the output of the one that failed.
 * @param {{ bareUrl: string, env: NodeJS.ProcessEnv, ports: Ports, workerUrl: string }} given
 */
export const startServers = ({ bareUrl, env, ports, workerUrl }) =>
  step('Starting the servers', async () => {
    const next = (/** @type {number} */ port, /** @type {string[]} */ ...folder) => [
      '--dns-result-order=ipv4first',
      inRoot('node_modules/next/dist/bin/next'),
      ...['start', ...folder, '-H', 'localhost', '-p', String(port)],
    ]
    const bareEnv = { ...env, DATABASE_URL: bareUrl }
    const upsert = [inRoot('src/bench/bare/upsert.mjs'), String(ports.upsert)]
    const servers = [
      supervise({ args: next(ports.web), env, title: 'web' }),
      supervise({ args: next(ports.bare, bareFolder()), env: bareEnv, title: 'bare' }),
      supervise({ args: upsert, env: bareEnv, title: 'upsert' }),
    ]
    const up = (/** @type {number} */ port, /** @type {boolean} */ anyAnswer) =>
      untilHealthy({ anyAnswer, host: `localhost:${port}`, patience: PATIENCE, port })
    const failed = () => servers.map((server) => server.failed)
    try {
      await Promise.race([
        Promise.all(Object.values(ports).map((port) => up(port, true))),
        ...failed(),
      ])
      const workerEnv = { ...env, APP_DATABASE_URL: workerUrl }
      servers.push(supervise({ args: commandArgs('worker'), env: workerEnv, title: 'worker' }))
      await Promise.race([up(ports.web, false), ...failed()])
    } catch (error) {
      servers.flatMap(({ said }) => said()).forEach((line) => process.stdout.write(`${line}\n`))
      throw error
    }

    return servers
  })
