import { z } from 'zod'

import type { Period, TaxReportRow } from '@/domain/commerce/tax/report'
import type { SignedIn } from '../support/endpoint'

import { periodOf, taxReportFile, taxTotalInBase, taxTotals } from '@/domain/commerce/tax/report'
import { taxReportOf } from '@/operations/commerce/tax/report'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'

const input = z
  .object({
    from: z.iso.date().optional(),
    period: z.string().optional(),
    to: z.iso.date().optional(),
  })
  .transform(({ from, period, to }, context): Period => {
    const found = period ? periodOf(period) : from && to && from <= to ? { from, to } : null
    if (!found) {
      context.addIssue({
        code: 'custom',
        message: 'A period such as 2026-11, 2026-Q4 or 2026, or the days from and to.',
        path: ['period'],
      })

      return z.NEVER
    }

    return found
  })

const read = ({
  period,
  req,
  tenant,
}: {
  period: Period
  req: SignedIn
  tenant: string
}): Promise<TaxReportRow[]> => {
  if (!isManager(req)) {
    throw new NotAllowed()
  }

  return taxReportOf({ period, req, tenant })
}

/**
 * GET /api/tax/report?period=2026-Q4, for managers: what invoices of a month (`2026-11`), a quarter, a year or the days
 * `from` and `to` (`YYYY-MM-DD`, both included, in the school's time zone) say, with credit notes taken off: `{ period,
 * rows, totals, inBase }`, see `TaxReportRow`; amounts in minor units. 400 for other periods, 403 for others.
 */
export const taxReportEndpoint = endpoint({
  input,
  method: 'get',
  path: '/tax/report',
  run: async ({ input: period, req, tenant }) => {
    const rows = await read({ period, req, tenant })

    return { inBase: taxTotalInBase(rows), period, rows, totals: taxTotals(rows) }
  },
})

/** GET /api/tax/report.csv: the same rows as a file, amounts in major units; UTF-8 with a mark. */
export const taxReportCsv = endpoint({
  input,
  method: 'get',
  path: '/tax/report.csv',
  run: async ({ input: period, req, tenant }) =>
    new Response(taxReportFile(await read({ period, req, tenant })), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="tax-${period.from}-${period.to}.csv"`,
        'Content-Type': 'text/csv; charset=utf-8',
      },
    }),
})
