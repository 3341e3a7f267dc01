import { ownCommand } from './runtime/ownCommand.mjs'

await ownCommand('replay', process.argv.slice(2))
