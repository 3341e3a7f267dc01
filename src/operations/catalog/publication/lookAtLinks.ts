import type { PayloadRequest } from 'payload'

import type { Look } from '@/adapters/web/lookAt'
import type { LookedAt } from '@/domain/catalog/publication/checklist'

import { lookAt } from '@/adapters/web/lookAt'
import { deadLink } from '@/domain/catalog/publication/checklist'
import { ownPath } from '@/domain/catalog/publication/links'

import { hostsOf } from './deadLinks'
import { linksOf, newestOf } from './written'

/** Addresses that are looked at for one course, and how many of them at once. */
const MOST_ADDRESSES = 300
const AT_ONCE = 10

const isOfTheWeb = (address: string): boolean => /^https?:$/.test(new URL(address).protocol)

/** Looks at each address, a few at a time. */
const looksAt = async (
  addresses: readonly string[],
  look: (address: string) => Promise<Look>,
): Promise<Map<string, Look>> => {
  const found = new Map<string, Look>()
  const waiting = [...addresses]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      found.set(next, await look(next))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))

  return found
}

/**
 * Looks at the other sites that a course and its lessons lead to, each address once. Asks the web, so that no transaction
 * may be open meanwhile.
 */
export const lookAtLinks = async ({
  course,
  look = lookAt,
  req,
  tenant,
}: {
  course: string
  look?: (address: string) => Promise<Look>
  req: PayloadRequest
  tenant: string
}): Promise<LookedAt> => {
  const hosts = await hostsOf(req, tenant)
  const leading = linksOf(await newestOf(req, course)).flatMap(({ link, ...where }) =>
    'address' in link &&
    URL.canParse(link.address) &&
    isOfTheWeb(link.address) &&
    ownPath(link.address, hosts) === null
      ? [{ ...where, url: link.address }]
      : [],
  )
  const addresses = [...new Set(leading.map(({ url }) => url))].slice(0, MOST_ADDRESSES)
  const looks = await looksAt(addresses, look)

  return {
    asked: addresses.length,
    dead: leading
      .filter(({ url }) => looks.get(url) === 'dead')
      .map((one) => deadLink(course, one)),
    unsure: addresses.filter((url) => looks.get(url) === 'unsure'),
  }
}
