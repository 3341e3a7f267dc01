/** @typedef {import('./names.mjs').Name} Name */

const collection = (
  /** @type {Name} */ domain,
  /** @type {Name} */ noun,
) => `import type { CollectionConfig } from 'payload'

import { authored, authors, signedIn } from '@hooks/access'
import { tidyTitle } from '@hooks/${domain.camel}/${noun.camel}'

import { tenant } from '../fields/tenant'

/** ${noun.title} of a school: written by its authors, read by whoever is signed in. */
export const ${noun.pascal}: CollectionConfig = {
  slug: '${noun.kebab}',
  access: authored({ read: signedIn, write: authors }),
  admin: { defaultColumns: ['title', 'updatedAt'], useAsTitle: 'title' },
  fields: [
    tenant(),
    {
      name: 'title',
      type: 'text',
      hooks: { beforeValidate: [tidyTitle] },
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      maxLength: 120,
      required: true,
    },
  ],
}
`

const hook = (
  /** @type {Name} */ domain,
  /** @type {Name} */ noun,
) => `import type { FieldHook } from 'payload'

import { tidy } from '@/domain/${domain.camel}/${noun.camel}'

/** Keeps titles free of stray white space. */
export const tidyTitle: FieldHook = ({ value }) =>
  typeof value === 'string' ? tidy(value) : (value as unknown)
`

const rule = () => `/** The text with single spaces between its words and none around it. */
export const tidy = (text: string): string => text.trim().replace(/\\s+/g, ' ')
`

const ruleTest = (/** @type {Name} */ noun) => `import { tidy } from './${noun.camel}'

describe('${noun.title.toLowerCase()}', () => {
  it('have titles with single spaces and none around them', () => {
    expect(tidy('  One \\n two ')).toBe('One two')
  })
})
`

const operation = (/** @type {Name} */ noun) => `import type { PayloadRequest } from 'payload'

/** The newest ${noun.title.toLowerCase()} the caller may read, at most \`limit\`: id and title. */
export const newest${noun.pascal} = async ({
  limit,
  req,
}: {
  limit: number
  req: PayloadRequest
}): Promise<{ id: string; title: string }[]> => {
  const { docs } = await req.payload.find({
    collection: '${noun.kebab}',
    depth: 0,
    limit,
    overrideAccess: false,
    pagination: false,
    req,
    select: { title: true },
    sort: '-createdAt',
  })

  return docs.map(({ id, title }) => ({ id, title }))
}
`

const endpoint = (/** @type {Name} */ domain, /** @type {Name} */ noun) => `import { z } from 'zod'

import { newest${noun.pascal} } from '@/operations/${domain.camel}/${noun.camel}'

import { endpoint } from '../support/endpoint'

/** GET /api/newest/${noun.kebab}?limit=: the newest ${noun.title.toLowerCase()}, 20 unless told otherwise. */
export const newest = endpoint({
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  method: 'get',
  path: '/newest/${noun.kebab}',
  run: async ({ input: { limit }, req }) => ({ docs: await newest${noun.pascal}({ limit, req }) }),
})
`

const manifest = (
  /** @type {Name} */ domain,
  /** @type {Name} */ noun,
) => `import { ${noun.pascal} } from '@collections/${domain.camel}/${noun.pascal}'
import { newest } from '@endpoints/${domain.camel}/${noun.camel}'

import { domain } from './support/domain'

export const ${domain.camel} = domain({ collections: [${noun.pascal}], endpoints: [newest] })
`

/**
 * The files a new domain begins with: one collection, and with it a rule, a hook, an operation and an
 * endpoint, each in its room.
 * @param {{ domain: Name, noun: Name }} names
 * @returns {Record<string, string>} text by path
 */
export const domainFiles = ({ domain, noun }) => ({
  [`collections/${domain.camel}/${noun.pascal}.ts`]: collection(domain, noun),
  [`endpoints/${domain.camel}/${noun.camel}.ts`]: endpoint(domain, noun),
  [`hooks/${domain.camel}/${noun.camel}.ts`]: hook(domain, noun),
  [`plugins/${domain.camel}.ts`]: manifest(domain, noun),
  [`src/domain/${domain.camel}/${noun.camel}.test.ts`]: ruleTest(noun),
  [`src/domain/${domain.camel}/${noun.camel}.ts`]: rule(),
  [`src/operations/${domain.camel}/${noun.camel}.ts`]: operation(noun),
})
