import type { Operation } from '@/domain/identity/permissions/collections'
import type { Caller, Grant } from '@/domain/identity/permissions/grants'

import { COLLECTION_RULES } from '@/domain/identity/permissions/collections'
import { grantOf } from '@/domain/identity/permissions/grants'

import type { Called } from './callers'
import type { Scene } from './scene'

import { everybody, named } from './scene'

export const SLUGS: readonly string[] = Object.keys(COLLECTION_RULES)

/** The published cell. */
export const grantFor = (slug: string, operation: Operation, as: Caller): Grant =>
  grantOf(COLLECTION_RULES[slug]?.[operation] ?? {}, as)

/** One question, what it is to come to by the matrix, and what came. */
export type Cell = { asked: string; expected: string; found: string }

/** Somebody who asks, and whose column of the matrix holds for them. */
export type Asker = { as: Caller; who: Called }

/** Asks everybody's questions about every collection, and gathers what is not as the matrix has it, a line each. */
export const wrongCells = async (
  scene: Scene,
  ask: (slug: string, asker: Asker) => Promise<Cell[]>,
  slugs: readonly string[] = SLUGS,
): Promise<string[]> => {
  const wrong: string[] = []
  for (const slug of slugs) {
    for (const asker of everybody(scene)) {
      for (const { asked, expected, found } of await ask(slug, asker)) {
        if (found !== expected) {
          const who = named(asker.as, asker.who)
          wrong.push(`${slug} ${asked} as ${who}: ${expected} expected, ${found} found`)
        }
      }
    }
  }

  return wrong
}

/** What somebody is to be told: the refusal, or exactly this. */
export const unlessDenied = (grant: Grant, what: string): string =>
  grant === 'denied' ? grant : what

/** Notes of the admin panel have addresses of their own: there, `count` and `versions` are the names of notes. */
export const hasPlainAddresses = (slug: string): boolean => slug !== 'payload-preferences'

/** Whether a collection keeps versions. */
export const keepsVersions = ({ payload }: Scene, slug: string): boolean =>
  payload.config.collections.some((one) => one.slug === slug && Boolean(one.versions))

/** Whether a collection has a trash. */
export const hasTrash = ({ payload }: Scene, slug: string): boolean =>
  payload.config.collections.some((one) => one.slug === slug && one.trash)

/** Rows as an answer lists them. */
export type Docs = { docs: { id: string }[]; totalDocs: number }

export const idsIn = ({ docs }: Docs): string =>
  docs
    .map(({ id }) => id)
    .sort()
    .join()
