import { inRoot } from './paths.mjs'
import { run, runInFront } from './run.mjs'

/** @typedef {'audit' | 'backup' | 'edgeLogs' | 'generate' | 'migrate' | 'replay' | 'reseal' | 'restore' | 'seed' | 'worker'} Command a file in `src/commands` */

/**
 * The arguments with which Node runs one of the platform's commands.
 * @param {Command} name
 * @param {string[]} [args]
 */
export const commandArgs = (name, args = []) => [
  '--conditions=production',
  '--import',
  'tsx',
  inRoot('src/commands', `${name}.ts`),
  ...args,
]

/**
 * Runs a command to its end; its output is shown only when it fails.
 * @param {{ args?: string[], env: NodeJS.ProcessEnv, name: Command, note?: (line: string) => void }} what
 */
export const runCommand = ({ name, args, env, note }) =>
  run({
    args: commandArgs(name, args),
    command: process.execPath,
    env,
    note,
    title: `src/commands/${name}.ts`,
  })

/**
 * Runs a command on our terminal and answers its exit code. It ends when we are gone.
 * @param {{ args?: string[], env: NodeJS.ProcessEnv, name: Command }} what
 */
export const runCommandInFront = ({ name, args, env }) =>
  runInFront({
    apart: true,
    args: ['--import', inRoot('scripts/runtime/follow.mjs'), ...commandArgs(name, args)],
    command: process.execPath,
    env,
    ipc: true,
  })
