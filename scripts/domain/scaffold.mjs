import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { cleanEnvironment } from '../runtime/node.mjs'
import { Halt } from '../runtime/halt.mjs'
import { say } from '../runtime/output.mjs'
import { inRoot } from '../runtime/paths.mjs'
import { run } from '../runtime/run.mjs'
import { orderIn, withManifest, withOrder } from './lists.mjs'
import { faultOf, nameFrom } from './names.mjs'
import { domainFiles } from './templates.mjs'

/** @param {string} file */
const read = (file) => readFileSync(inRoot(file), 'utf8')

/**
 * Makes a new domain: its files, its place in the order of domains, and its line in `plugins/index.ts`.
 * Writes nothing where the name is unfit or any of the files is there already.
 * @param {string[]} argv name of the domain, and of its first collection where that differs
 */
export const scaffold = async ([domainName, nounName = domainName]) => {
  const fault = faultOf(domainName) ?? faultOf(nounName)
  if (fault || !domainName || !nounName) {
    throw new Halt(fault ?? '')
  }
  const domain = nameFrom(domainName)
  const noun = nameFrom(nounName)
  const files = domainFiles({ domain, noun })
  const taken = Object.keys(files).filter((file) => existsSync(inRoot(file)))
  if (taken.length > 0) {
    throw new Halt(`These files are there already: ${taken.join(', ')}.`)
  }
  const rules = withOrder({ domain: domain.camel, text: read('.dependency-cruiser.cjs') })
  const changed = {
    '.dependency-cruiser.cjs': rules,
    'plugins/index.ts': withManifest({
      domain: domain.camel,
      order: orderIn(rules),
      text: read('plugins/index.ts'),
    }),
  }
  for (const [file, text] of Object.entries({ ...files, ...changed })) {
    mkdirSync(path.dirname(inRoot(file)), { recursive: true })
    writeFileSync(inRoot(file), text)
    say(`  ${file}`)
  }
  await run({
    args: ['--write', ...Object.keys({ ...files, ...changed }).map((file) => inRoot(file))],
    command: inRoot('node_modules/.bin/prettier'),
    env: cleanEnvironment(process.env),
    title: 'prettier',
  })
  say()
  say(
    'Give the collection its fields, then: npm run generate (types and migration), npm run check.',
  )
}
