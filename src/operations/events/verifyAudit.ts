import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** What is wrong at a place of the chain; `number` is null for what stands in no place of it. */
type AuditFault = {
  fault: 'changed' | 'cut' | 'deleted' | 'missing' | 'reordered' | 'unchained'
  number: null | number
}

export type AuditProof = {
  entries: number
  faults: AuditFault[]
  /** The last number and its hash: kept elsewhere, they prove later that nothing before was made anew. Null for an empty log. */
  head: null | { hash: string; number: number }
}

/** How many faults are told of. */
const MOST = 50

/**
 * Reads the whole chain of a school and computes it anew. Finds an entry that was changed or deleted, numbers that are missing or in another
 * order, entries in no chain, a chain that was cut at its end, and one that is another than `known`, which was kept from an earlier proof.
 */
export const verifyAudit = async ({
  known,
  req,
  tenant,
}: {
  known?: { hash: string; number: number }
  req: PayloadRequest
  tenant: string
}): Promise<AuditProof> => {
  const faults = await rows<{ fault: AuditFault['fault']; number: null | string }>(
    req,
    sql`with links as (
          select c.*, lag(c.number, 1, 0::bigint) over w as earlier, lag(c.hash, 1, '') over w as before
          from audit_chain c where c.tenant_id = ${tenant} window w as (order by c.number)),
        checked as (
          select l.number, case
            when l.number <> l.earlier + 1 then 'missing'
            when l.previous <> l.before then 'reordered'
            when e.id is null then 'deleted'
            when e.tenant_id <> l.tenant_id or l.hash <> lectern_audit_hash(e, l.number, l.previous)
              or (e.origin is not null and e.origin_digest is distinct from lectern_audit_digest(e.origin_salt, e.origin))
              or (e.personal is not null and e.personal_digest is distinct from lectern_audit_digest(e.personal_salt, e.personal)) then 'changed'
            end as fault
          from links l left join audit_entries e on e.id = l.entry_id)
        select fault, number::text from checked where fault is not null
        union all
        select 'unchained', null from audit_entries e where e.tenant_id = ${tenant}
          and not exists (select 1 from audit_chain c where c.entry_id = e.id)
        union all
        select 'cut', h.number::text from audit_heads h where h.tenant_id = ${tenant}
          and not exists (select 1 from audit_chain c where c.tenant_id = h.tenant_id and c.number = h.number and c.hash = h.hash)
        union all
        select 'cut', max(c.number)::text from audit_chain c where c.tenant_id = ${tenant}
          having count(*) > 0 and max(c.number) is distinct from (select h.number from audit_heads h where h.tenant_id = ${tenant})
        union all
        select 'changed', ${known?.number ?? null}::text where ${known?.number ?? null}::bigint is not null
          and not exists (select 1 from audit_chain c where c.tenant_id = ${tenant} and c.number = ${known?.number ?? null}::bigint
            and c.hash = ${known?.hash ?? null}::text)
        limit ${MOST}`,
  )
  const [head] = await rows<{ entries: number; hash: null | string; number: null | string }>(
    req,
    sql`select (select count(*)::int from audit_chain where tenant_id = ${tenant}) as entries, h.number::text, h.hash
        from (select 1) one left join audit_heads h on h.tenant_id = ${tenant}`,
  )

  return {
    entries: head?.entries ?? 0,
    faults: faults.map(({ fault, number }) => ({
      fault,
      number: number === null ? null : Number(number),
    })),
    head:
      head?.number && head.hash !== null ? { hash: head.hash, number: Number(head.number) } : null,
  }
}
