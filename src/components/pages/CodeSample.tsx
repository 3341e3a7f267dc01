import type { CodeSampleBlock } from '@payload-types'
import type { ReactNode } from 'react'

import type { Token } from './highlight'

import { tokensOf } from './highlight'

/** How a part of code looks; whatever is not named here looks as the rest does. */
const LOOKS: Readonly<Record<string, string>> = {
  'attr-name': 'text-accent-text',
  boolean: 'text-accent-text',
  builtin: 'text-accent-text',
  comment: 'text-muted italic',
  function: 'font-semibold',
  keyword: 'text-accent-text font-semibold',
  number: 'text-accent-text',
  prolog: 'text-muted',
  selector: 'text-accent-text',
  string: 'text-success',
  tag: 'text-accent-text',
}

const shown = (tokens: readonly Token[]): ReactNode =>
  tokens.map((token, at) =>
    typeof token === 'string' ? (
      token
    ) : (
      <span className={LOOKS[token.type]} key={at}>
        {shown(token.parts)}
      </span>
    ),
  )

/** Lines of code, highlighted where their language is one we know; always from left to right. */
export const CodeSample = ({ code, language }: CodeSampleBlock) => (
  <figure>
    {language && (
      <figcaption className="pb-1 text-xs text-muted" dir="ltr">
        {language}
      </figcaption>
    )}
    <pre className="overflow-x-auto rounded-card bg-sunken p-4 text-sm" dir="ltr" tabIndex={0}>
      <code>{shown(tokensOf(code, language ?? ''))}</code>
    </pre>
  </figure>
)
