'use client'

import { Button } from '@payloadcms/ui'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'

import type { Reason } from '@/domain/catalog/transfer/report'
import type { TransferReport } from '@/domain/catalog/transfer/report'

import { fileSize } from '@/domain/catalog/resources'

import type { TransferWords } from './words'

import { readTransfer } from './api'
import { transferTitle } from './words'

/** How often it is asked how far a transfer is, in ms. */
const EVERY = 1000

/** A transfer as it stands, asked again until it is over. */
const useReport = (first: TransferReport): TransferReport => {
  const [report, setReport] = useState(first)
  useEffect(() => {
    if (report.status !== 'working') {
      return
    }
    let isCurrent = true
    const timer = setTimeout(() => {
      void readTransfer(report.id).then(
        (said) => isCurrent && setReport(said.ok ? said.value : { ...report }),
      )
    }, EVERY)

    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [report])

  return report
}

const sentenceOf = ({ code, path, said }: Reason, words: TransferWords): string => {
  const more = said ?? path

  return more ? `${words.reasons[code]} (${more})` : words.reasons[code]
}

/** Titles in a row, each in its own direction. */
const titlesIn = (courses: readonly { title: string }[], language: string): string =>
  new Intl.ListFormat(language).format(courses.map(({ title }) => `\u2068${title}\u2069`))

const sizeIn = (bytes: number, language: string): string => {
  const { unit, value } = fileSize(bytes)

  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(
    value,
  )
}

type Given = {
  language: string
  onDone: () => void
  words: TransferWords
}

/** How far an export or import is, what can be fetched, and what became of each course. */
export const Report = ({
  first,
  language,
  onClose,
  onDone,
  words,
}: Given & { first: TransferReport; onClose: () => void }) => {
  const report = useReport(first)
  const { done, files, reason, refused, status, total } = report
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (status === 'done' && first.status !== 'done') {
      onDone()
    }
  }, [first.status, onDone, status])
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' })

  return (
    <section className="lectern-desk__form lectern-transfer">
      <h3 ref={heading} tabIndex={-1}>
        <bdi>{transferTitle(report, words)}</bdi>
      </h3>
      {reason ? (
        <p role="alert">
          <strong>{words.notTaken}</strong> {sentenceOf(reason, words)}
        </p>
      ) : (
        <label className="lectern-transfer__progress">
          <span aria-live="polite">
            {words.done(done, total)}
            {refused > 0 && ` · ${words.refused(refused)}`}
          </span>
          <progress max={total} value={done + refused} />
        </label>
      )}
      {files.length > 0 && (
        <ul className="lectern-transfer__files">
          {files.map((file) => (
            <li key={file.url}>
              <a download href={file.url}>
                {words.fetch(file.name, sizeIn(file.size, language))}
              </a>
            </li>
          ))}
          <li>{words.expires(day.format(new Date(report.expiresAt)))}</li>
        </ul>
      )}
      {status === 'done' && <Outcomes language={language} report={report} words={words} />}
      <Button buttonStyle="secondary" margin={false} onClick={onClose} size="medium">
        {words.close}
      </Button>
    </section>
  )
}

/** What became of each course, those that were refused first. */
const Outcomes = ({
  language,
  report: { items, kind },
  words,
}: {
  language: string
  report: TransferReport
  words: TransferWords
}) => (
  <div className="table lectern-records lectern-transfer__items" tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">{words.course}</th>
          <th scope="col">{words.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {items
          .map((item, place) => ({ ...item, place }))
          .sort((a, b) => Number(b.status === 'refused') - Number(a.status === 'refused'))
          .map(({ made, missing, place, reason, title }) => (
            <tr key={place}>
              <th data-label={words.course} scope="row">
                <bdi>
                  {made ? <Link href={`/admin/collections/courses/${made}`}>{title}</Link> : title}
                </bdi>
              </th>
              <td data-label={words.outcome}>
                {reason
                  ? sentenceOf(reason, words)
                  : kind === 'export'
                    ? words.exportedOne
                    : words.taken}
                {missing.length > 0 && <p>{words.missing(titlesIn(missing, language))}</p>}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  </div>
)
