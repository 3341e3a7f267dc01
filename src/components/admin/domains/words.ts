import type { Reason } from '@/domain/tenancy/domains/records'
import type { CertificateProblem, DomainStatus } from '@/domain/tenancy/domains/status'

/** What the panel of domains says in one language. */
export type DomainWords = {
  add: string
  addHint: string
  addLabel: string
  apexHint: string
  cancel: string
  certificate: {
    awaited: string
    good: (until: string) => string
    problems: Record<CertificateProblem, string>
  }
  check: string
  checked: (when: string) => string
  checking: string
  copied: string
  copy: (what: string) => string
  copyShort: string
  empty: string
  failed: string
  found: string
  intro: string
  lead: Record<DomainStatus, string>
  mainAddress: string
  makeMain: string
  name: string
  notChecked: string
  open: string
  proxied: string
  reasons: Record<Reason, string>
  records: string
  recordsOf: (domain: string) => string
  remove: string
  removeBody: string
  removeHeading: (domain: string) => string
  removeMain: string
  right: string
  school: string
  state: string
  status: Record<DomainStatus, string>
  subDomain: string
  title: string
  type: string
  useSub: string
  value: string
  wait: string
}
