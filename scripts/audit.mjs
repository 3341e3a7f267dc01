import { ownCommand } from './runtime/ownCommand.mjs'

await ownCommand('audit', process.argv.slice(2))
