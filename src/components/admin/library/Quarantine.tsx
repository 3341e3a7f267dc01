'use client'

import { ShieldAlert } from 'lucide-react'
import Link from 'next/link'

import type { QuarantinedFile } from '@/operations/media/library'

import { bytesIn } from '../uploads/units'
import { useLibraryWords } from './words'

/** Says that files were put aside, with the way to them. */
export const QuarantineNotice = ({ count, onShow }: { count: number; onShow: () => void }) => {
  const { words } = useLibraryWords()

  return (
    <div className="lectern-library__notice" role="status">
      <ShieldAlert aria-hidden size={20} />
      <p>{words.apart(count)}</p>
      <button className="lectern-build__quiet" onClick={onShow} type="button">
        {words.apartAction}
      </button>
    </div>
  )
}

/** The same on another page of the admin. */
export const QuarantineLink = ({ count }: { count: number }) => {
  const { words } = useLibraryWords()

  return (
    <div className="lectern-library__notice" role="status">
      <ShieldAlert aria-hidden size={20} />
      <p>{words.apart(count)}</p>
      <Link href="/admin/collections/media?state=quarantined">{words.apartAction}</Link>
    </div>
  )
}

/** The files that are kept apart, and what to do. */
export const Quarantine = ({ files }: { files: readonly QuarantinedFile[] }) => {
  const { language, words } = useLibraryWords()
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })

  return (
    <>
      <p className="lectern-library__hint">{words.apartAdvice}</p>
      <ul className="lectern-library__apart">
        {files.map(({ id, by, filename, filesize, foundAt, goneAt, virus }) => (
          <li key={id}>
            <ShieldAlert aria-hidden size={20} />
            <div>
              <bdi>{filename}</bdi>
              <small>
                {[virus, bytesIn(language, filesize), date.format(new Date(foundAt))]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              <small>
                {by && <>{words.apartBy(by)} · </>}
                {words.apartGone(date.format(new Date(goneAt)))}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
