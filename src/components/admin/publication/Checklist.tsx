'use client'

import type { Finding } from '@/domain/catalog/publication/checklist'

import type { PublicationWords } from './words'

/** What is missing in a course, each with the way to the field that mends it. */
export const Checklist = ({
  findings,
  isOpen,
  words,
}: {
  findings: readonly Finding[]
  isOpen: boolean
  words: PublicationWords
}) => {
  if (findings.length === 0) {
    return <p className="lectern-publication-done">{words.complete}</p>
  }

  return (
    <details open={isOpen}>
      <summary>{words.checklist(findings.length)}</summary>
      <Findings findings={findings} words={words} />
    </details>
  )
}

/** What is missing, each with the way to the field that mends it. */
export const Findings = ({
  findings,
  words,
}: {
  findings: readonly Finding[]
  words: PublicationWords
}) => (
  <ul>
    {findings.map((finding) => (
      <li key={`${finding.address} ${finding.detail ?? ''}`}>
        <FindingText finding={finding} words={words} />
        <a
          aria-label={`${words.mend}: ${words.check[finding.check]}${finding.of ? `, ${finding.of}` : ''}`}
          href={finding.address}
        >
          {words.mend}
        </a>
      </li>
    ))}
  </ul>
)

/** One thing that is missing, in words. */
export const FindingText = ({
  finding: { check, detail, of, severity },
  words,
}: {
  finding: Finding
  words: PublicationWords
}) => (
  <span>
    <b data-severity={severity}>{words[severity]}</b> {words.check[check]}
    {of && (
      <>
        : <bdi>{of}</bdi>
      </>
    )}
    {detail && (
      <>
        {' '}
        <code dir="ltr">{detail}</code>
      </>
    )}
  </span>
)
