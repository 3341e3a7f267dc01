import type { Operation } from '@/domain/identity/permissions/collections'

import type { Outcome } from '../answers'
import type { Called } from '../callers'
import type { Scene } from '../scene'

import { idIn, overGraphql, overRest } from '../answers'
import { hasPlainAddresses, hasTrash } from '../cells'
import { upload } from '../documents'
import { graphqlNames } from '../graphqlNames'
import { apiOf } from '../scene'
import { creation, isInSchema } from './input'

export type Writing = Exclude<Operation, 'count' | 'read' | 'readVersions'>

export const WRITINGS: readonly Writing[] = [
  'create',
  'update',
  'delete',
  'duplicate',
  'restoreVersion',
]

/** What a writing is about: a document to be created, a row, and a version of it. */
export type Target = { document: object; row: string; version: string }

/** One way to ask for a writing; an allowed one gives the id of what was written. */
export type Attempt = {
  ask: (who: Called, target: Target) => Promise<Outcome<string>>
  asked: string
  /** Only what is in the trash can be written so. */
  isInTrash?: boolean
}

/** Arguments as the query writes them, and the variable that they name, of the type `input`. */
type Mutation = { args: string; data?: unknown; input?: string }

/** GraphQL carries no file: whoever may upload one learns that it is missing. */
const orNoFile = (outcome: Outcome<string>): Outcome<string> =>
  outcome !== 'denied' && 'other' in outcome && outcome.other === '400 No files were uploaded.'
    ? { gave: '' }
    : outcome

/** Every way there is, over REST and GraphQL, to ask for a writing in a collection. */
export const attempts = (scene: Scene, slug: string, writing: Writing): Attempt[] => {
  const { singular } = graphqlNames(scene.payload, slug)

  const rest = (
    asked: string,
    of: (target: Target) => Promise<{ body?: object; form?: FormData; path: string }>,
  ): Attempt => ({
    ask: async (who, target) => {
      const { path, ...sent } = await of(target)
      const method = asked.split(' ')[0] as 'DELETE' | 'PATCH' | 'POST'

      return idIn(overRest(await apiOf(who).rest(who, { ...sent, method, path: `${slug}${path}` })))
    },
    asked,
  })

  const graphql = (of: (target: Target) => Mutation | Promise<Mutation>): Attempt => ({
    ask: async (who, target) => {
      const field = `${writing}${singular}`
      const { args, data, input } = await of(target)
      const query = `mutation ${input ? `($data: ${input}) ` : ''}{ ${field}(${args}) { id } }`

      const outcome = idIn(overGraphql(await apiOf(who).graphql(who, query, { data }), field))

      return slug === 'media' && writing === 'create' ? orNoFile(outcome) : outcome
    },
    asked: `${writing} over GraphQL`,
  })

  /** With the document in the way the schema writes it, and other arguments before it. */
  const withDocument = (before: (target: Target) => string): Attempt =>
    graphql(async (target) =>
      (await isInSchema(`${writing}${singular}`))
        ? {
            args: `${before(target)}data: $data`,
            ...(await creation({ given: target.document, singular })),
          }
        : { args: before(target) },
    )
  const noBody = (path: string) => Promise.resolve({ body: {}, path })
  const [trashed, inTrash] = hasTrash(scene, slug) ? ['&trash=true', ', trash: true'] : ['', '']
  const ofTrash = [
    rest('DELETE /', ({ row }) => noBody(`?where[id][equals]=${row}${trashed}`)),
    graphql(({ row }) => ({ args: `id: "${row}"${inTrash}` })),
  ]
  const ways: Record<Writing, Attempt[]> = {
    create: [
      rest('POST /', async ({ document }) =>
        slug === 'media'
          ? { form: await upload(document), path: '' }
          : { body: document, path: '' },
      ),
      withDocument(() => ''),
    ],
    delete: [
      ...(hasPlainAddresses(slug) ? [rest('DELETE /:id', ({ row }) => noBody(`/${row}`))] : []),
      ...ofTrash.map((attempt) => ({ ...attempt, isInTrash: hasTrash(scene, slug) })),
    ],
    duplicate: [
      rest('POST /:id/duplicate', ({ row }) => noBody(`/${row}/duplicate`)),
      withDocument(({ row }) => `id: "${row}", `),
    ],
    restoreVersion: [
      rest('POST /versions/:id', ({ version }) => noBody(`/versions/${version}`)),
      graphql(({ version }) => ({ args: `id: "${version}"` })),
    ],
    update: [
      rest('PATCH /:id', ({ row }) => noBody(`/${row}?depth=0`)),
      rest('PATCH /', ({ row }) => noBody(`?depth=0&where[id][equals]=${row}`)),
      graphql(({ row }) => ({ args: `id: "${row}", data: {}` })),
    ],
  }

  return ways[writing]
}
