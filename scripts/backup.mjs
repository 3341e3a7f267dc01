import { ownCommand } from './runtime/ownCommand.mjs'

await ownCommand('backup')
