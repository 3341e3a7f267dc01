import { ownCommand } from './runtime/ownCommand.mjs'

await ownCommand('reseal')
