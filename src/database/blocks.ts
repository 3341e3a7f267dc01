import { systemPool } from './hosts'
import { hear, hearing } from './notices'

/** A range of addresses that a school, or the platform for all of them, does not answer. */
export type Block = { isEverywhere: boolean; range: string; tenant: string }

type Known<List> = { at: number; list: List }

/** How long a list is good: what ended, or was lost on the way, is felt by then. */
const GOOD_MS = 20_000

/**
 * Keeps what `read` makes of all blocks that hold, without ever waiting for it: read anew when somebody changes one, and every twenty seconds
 * while it is asked for. Before the first reading there is nothing.
 */
export const keepBlocks = <List>(read: (blocks: readonly Block[]) => List): (() => List) => {
  let known: Known<List> = { at: 0, list: read([]) }
  let reading: Promise<void> | undefined
  const take = async (): Promise<void> => {
    const at = Date.now()
    try {
      await hearing()
      const { rows } = await systemPool().query<Block>(
        `select b.range, b.tenant_id as tenant, t.kind = 'platform' as "isEverywhere"
         from address_blocks b join tenants t on t.id = b.tenant_id
         where b.expires_at is null or b.expires_at > now()`,
      )
      known = { at, list: read(rows) }
    } catch {
      // What was known holds on; the next request asks again.
      known = { at: at - GOOD_MS + 2000, list: known.list }
    } finally {
      reading = undefined
    }
  }
  const forget = () => {
    known = { at: 0, list: known.list }
    reading ??= take()
  }
  hear('blocks', { heard: forget, lost: () => undefined })

  return () => {
    if (Date.now() - known.at > GOOD_MS) {
      reading ??= take()
    }

    return known.list
  }
}
