import { z } from 'zod'

import { addressWithoutSecrets, REPORTS_PATH } from '@/domain/identity/policyReports'

import { publicEndpoint } from '../support/endpoint'
import { floodGate } from '../support/floods'

/** Reports of one address in a minute; a browser that meets more has said enough. */
const heed = floodGate({ most: 20, seconds: 60 })

/** Different violations that one process writes down in its life. */
const MOST = 500
const written = new Set<string>()

const text = z.string().max(4096).catch('')

const input = z.object({
  'csp-report': z.object({
    'blocked-uri': text,
    'document-uri': text,
    'effective-directive': text,
    'source-file': text,
    'violated-directive': text,
  }),
})

/**
 * POST /api/security/reports: a browser's word that it refused something in a page (`report-uri`, CSP level 3). Each kind is written to the log once,
 * by school, without what addresses ask for.
 */
export const reportPolicy = publicEndpoint({
  input,
  path: REPORTS_PATH.replace('/api', '') as `/${string}`,
  run: ({ input: { 'csp-report': report }, req, tenant }) => {
    heed({ headers: req.headers, now: new Date(), tenant })
    const said = {
      blocked: addressWithoutSecrets(report['blocked-uri']),
      directive: report['effective-directive'] || report['violated-directive'],
      file: addressWithoutSecrets(report['source-file']),
      page: addressWithoutSecrets(report['document-uri']),
      school: tenant,
    }
    const key = JSON.stringify(said)
    if (!written.has(key) && written.size < MOST) {
      written.add(key)
      req.payload.logger.warn({ ...said, msg: 'A browser refused something in a page.' })
    }

    return Promise.resolve(new Response(null, { status: 204 }))
  },
  transaction: false,
})
