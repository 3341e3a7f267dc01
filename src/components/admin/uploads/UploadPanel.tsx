'use client'

import { useTranslation } from '@payloadcms/ui'
import { Check, Pause, Play, RotateCw, TriangleAlert, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'

import { useLeaving } from '../curriculum/useCurriculum'
import { uploads, type Item } from './store'
import { sayWhy, useUploadWords } from './uploadWords'
import { bytesIn, timeIn } from './units'

const WHOLE = 100
const NONE: readonly Item[] = []
const ICON = 18

/** The files on their way, each with how far it is, and what can be done with it. */
export const UploadPanel = () => {
  const words = useUploadWords()
  const list = useSyncExternalStore(uploads.watch, uploads.list, () => NONE)
  const isBusy = list.some(({ state }) => state === 'sending' || state === 'waiting')
  useLeaving(isBusy)

  return (
    list.length > 0 && (
      <section aria-label={words.title} className="lectern-build__uploads lectern-uploads">
        <header>
          <h2>{words.title}</h2>
          {!isBusy && (
            <button
              aria-label={words.close}
              className="lectern-build__icon"
              onClick={uploads.clear}
              type="button"
            >
              <X aria-hidden size={ICON} />
            </button>
          )}
        </header>
        <ul>
          {list.map((item) => (
            <UploadRow item={item} key={item.id} />
          ))}
        </ul>
      </section>
    )
  )
}

const useTold = ({ file, rate, sent, state }: Item): string => {
  const words = useUploadWords()
  const { language } = useTranslation().i18n
  if (state === 'waiting') {
    return words.waiting
  }
  const amount = words.of(bytesIn(language, sent), bytesIn(language, file.size))
  if (state === 'paused') {
    return `${words.paused} · ${amount}`
  }
  if (sent >= file.size) {
    return words.checking
  }

  return rate > 0
    ? `${amount} · ${words.left(timeIn(language, (file.size - sent) / rate))}`
    : amount
}

const UploadRow = ({ item }: { item: Item }) => {
  const words = useUploadWords()
  const told = useTold(item)
  const { id, file, sent, state } = item
  const act = (label: string, Icon: typeof X, onClick: () => void) => (
    <button
      aria-label={`${label}: ${file.name}`}
      className="lectern-build__icon"
      onClick={onClick}
      title={label}
      type="button"
    >
      <Icon aria-hidden size={ICON} />
    </button>
  )

  return (
    <li data-state={state}>
      <span className="lectern-build__file">
        <bdi>{file.name}</bdi>
        {state === 'failed' ? (
          <span role="alert">{sayWhy(words, item)}</span>
        ) : (
          state !== 'done' && <small>{told}</small>
        )}
        {(state === 'sending' || state === 'paused') && (
          <progress
            aria-label={words.uploading(file.name)}
            max={WHOLE}
            value={Math.floor((sent / Math.max(1, file.size)) * WHOLE)}
          />
        )}
      </span>
      {state === 'done' && <Check aria-label={words.uploaded} role="img" size={ICON} />}
      {state === 'failed' && <TriangleAlert aria-hidden size={ICON} />}
      {state === 'sending' && act(words.pause, Pause, () => uploads.pause(id))}
      {state === 'paused' && act(words.resume, Play, () => uploads.resume(id))}
      {state === 'failed' && act(words.retry, RotateCw, () => uploads.resume(id))}
      {state !== 'done' && act(words.cancel, X, () => uploads.cancel(id))}
    </li>
  )
}
