import { KeySquare } from 'lucide-react'

import type { ProviderKind } from '@/domain/tenancy/offeredProviders'

/** The marks of those whom everybody knows, drawn in one colour in a square of 24. */
const MARKS: Readonly<Record<Exclude<ProviderKind, 'oidc' | 'saml'>, string>> = {
  facebook:
    'M24 12a12 12 0 1 0-13.9 11.9v-8.4H7.1V12h3V9.4c0-3 1.8-4.7 4.6-4.7 1.3 0 2.6.2 2.6.2v3h-1.5c-1.5 0-1.9.9-1.9 1.9V12h3.3l-.5 3.5h-2.8v8.4A12 12 0 0 0 24 12Z',
  github:
    'M12 .5a11.8 11.8 0 0 0-3.7 23c.6.1.8-.3.8-.6v-2.2c-3.3.7-4-1.4-4-1.4-.5-1.4-1.3-1.8-1.3-1.8-1.1-.7.1-.7.1-.7 1.2.1 1.8 1.2 1.8 1.2 1 1.8 2.8 1.3 3.5 1 .1-.8.4-1.3.7-1.6-2.6-.3-5.4-1.3-5.4-5.9 0-1.3.5-2.4 1.2-3.2-.1-.3-.5-1.5.1-3.1 0 0 1-.3 3.3 1.2a11.3 11.3 0 0 1 6 0C17.3 4.9 18.3 5.2 18.3 5.2c.6 1.6.2 2.8.1 3.1.8.8 1.2 1.9 1.2 3.2 0 4.6-2.8 5.6-5.5 5.9.4.4.8 1.1.8 2.2v3.3c0 .3.2.7.8.6A11.8 11.8 0 0 0 12 .5Z',
  google:
    'M12 10.2v3.9h5.5a4.7 4.7 0 0 1-2 3.1 6.2 6.2 0 0 1-9.4-3.2 6.2 6.2 0 0 1 5.9-8.2c1.6 0 3 .6 4.1 1.6l3-3A10.4 10.4 0 0 0 12 1.5 10.5 10.5 0 1 0 12 22.5c6.1 0 10.1-4.3 10.1-10.3 0-.7-.1-1.4-.2-2Z',
  linkedin:
    'M20.5 2h-17C2.7 2 2 2.6 2 3.5v17c0 .8.7 1.5 1.5 1.5h17c.8 0 1.5-.7 1.5-1.5v-17c0-.9-.7-1.5-1.5-1.5ZM8 19H5V9.5h3V19ZM6.5 8.2a1.7 1.7 0 1 1 0-3.5 1.7 1.7 0 0 1 0 3.5ZM19 19h-3v-4.6c0-1.1 0-2.5-1.5-2.5s-1.8 1.2-1.8 2.4V19h-3V9.5h2.9v1.3c.4-.8 1.4-1.6 2.9-1.6 3 0 3.5 2 3.5 4.6V19Z',
}

/** The mark of somebody who signs people in; it says nothing to those who do not see it. */
export const ProviderMark = ({ kind }: { kind: null | ProviderKind }) =>
  kind === null || kind === 'oidc' || kind === 'saml' ? (
    <KeySquare aria-hidden className="size-5 shrink-0" strokeWidth={1.5} />
  ) : (
    <svg aria-hidden className="size-5 shrink-0" fill="currentColor" viewBox="0 0 24 24">
      <path d={MARKS[kind]} />
    </svg>
  )
