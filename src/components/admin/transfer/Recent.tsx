'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { TransferReport, TransferSummary } from '@/domain/catalog/transfer/report'

import type { TransferWords } from './words'

import { readTransfer, readTransfers } from './api'
import { transferTitle } from './words'

/** The exports and imports of the last days, each to be looked at again. */
export const Recent = ({
  language,
  onFailed,
  onOpen,
  words,
}: {
  language: string
  onFailed: () => void
  onOpen: (report: TransferReport) => void
  words: TransferWords
}) => {
  const [list, setList] = useState<null | TransferSummary[]>(null)
  useEffect(() => {
    let isCurrent = true
    void readTransfers().then(
      (said) => isCurrent && (said.ok ? setList(said.value.transfers) : onFailed()),
    )

    return () => {
      isCurrent = false
    }
  }, [onFailed])
  const open = async (id: string) => {
    const said = await readTransfer(id)
    if (said.ok) {
      onOpen(said.value)
    } else {
      onFailed()
    }
  }
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const titleOf = (one: TransferSummary) => transferTitle(one, words)

  return (
    <section aria-busy={list === null} className="lectern-desk__form lectern-transfer">
      {list?.length === 0 && <p>{words.none}</p>}
      {list && list.length > 0 && (
        <ul className="lectern-transfer__recent">
          {list.map((one) => (
            <li key={one.id}>
              <span>
                <bdi>{titleOf(one)}</bdi>
                <small>
                  {time.format(new Date(one.createdAt))} · {words.states[one.status]}
                </small>
              </span>
              <Button
                aria-label={`${words.open}: ${titleOf(one)}`}
                buttonStyle="secondary"
                margin={false}
                onClick={() => void open(one.id)}
                size="medium"
              >
                {words.open}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
