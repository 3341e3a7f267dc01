'use client'

import type { KeyboardEvent } from 'react'

import type { ShownFile } from '@/operations/media/library'

import type { Picked } from './usePicked'

import { bytesIn } from '../uploads/units'
import { clock, standing } from './facts'
import { Thumb } from './Thumb'
import { useLibraryWords } from './words'

type Files = {
  files: readonly ShownFile[]
  isPicking: boolean
  onDrag: (id: string) => string[]
  onOpen: (file: ShownFile) => void
  picked: Picked
}

const SELECTOR = '[data-file]'

/** The next focus of an arrow key in a grid that wraps as its width has it. */
const neighbour = (all: HTMLElement[], at: number, key: string, isRtl: boolean): number => {
  const top = all[at]?.offsetTop
  const inRow = all.filter(({ offsetTop }) => offsetTop === top).length || 1
  const steps: Record<string, number> = {
    ArrowDown: inRow,
    ArrowLeft: isRtl ? 1 : -1,
    ArrowRight: isRtl ? -1 : 1,
    ArrowUp: -inRow,
    End: all.length,
    Home: -all.length,
  }

  return Math.min(all.length - 1, Math.max(0, at + (steps[key] ?? 0)))
}

/** Arrow keys, Home and End go from file to file; Space selects. */
const useKeys =
  ({ picked }: Pick<Files, 'picked'>) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    const own = (event.target as HTMLElement).closest<HTMLElement>(SELECTOR)
    if (!own) {
      return
    }
    if (event.key === ' ') {
      event.preventDefault()
      picked.toggle(own.dataset.file ?? '', event.shiftKey)
    } else if (/^(?:Arrow|Home$|End$)/.test(event.key)) {
      event.preventDefault()
      const all = [...event.currentTarget.querySelectorAll<HTMLElement>(SELECTOR)]
      const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
      all[neighbour(all, all.indexOf(own), event.key, isRtl)]?.focus()
    }
  }

/** Files as pictures, or line by line; each opens, is selected, and is dragged into a folder. */
export const FileGrid = ({
  files,
  isPicking,
  onDrag,
  onOpen,
  picked,
  view,
}: Files & { view: 'grid' | 'list' }) => {
  const { words } = useLibraryWords()
  const onKeyDown = useKeys({ picked })

  return (
    <ul
      aria-describedby="lectern-library-keys"
      aria-label={words.files}
      className="lectern-library__files"
      data-view={view}
      onKeyDown={onKeyDown}
    >
      {files.map((file) => (
        <Card
          file={file}
          isPicking={isPicking}
          key={file.id}
          onDrag={onDrag}
          onOpen={onOpen}
          picked={picked}
        />
      ))}
    </ul>
  )
}

const Card = ({
  file,
  isPicking,
  onDrag,
  onOpen,
  picked,
}: Omit<Files, 'files'> & { file: ShownFile }) => {
  const { language, words } = useLibraryWords()
  const { id, duration, filename, filesize, uses } = file
  const isPicked = picked.has(id)
  const said = standing(file, words)
  const facts = [bytesIn(language, filesize), ...(duration ? [clock(duration)] : [])].join(' · ')

  return (
    <li data-picked={isPicked || undefined}>
      <button
        className="lectern-library__card"
        data-file={id}
        draggable={!isPicking}
        onClick={() => onOpen(file)}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', onDrag(id).join(' '))
        }}
        type="button"
      >
        <span className="lectern-library__thumb">
          <Thumb file={file} />
          {said && (
            <small className="lectern-library__state" data-tone={said.tone}>
              {said.said}
            </small>
          )}
        </span>
        <bdi className="lectern-library__name">{filename}</bdi>
        <small>
          {said && <span className="lectern-library__said">{said.said} · </span>}
          <bdi>{facts}</bdi>
        </small>
        <small className="lectern-library__uses">{words.uses(uses)}</small>
      </button>
      {!isPicking && (
        <label className="lectern-library__pick">
          <input
            aria-label={words.select(filename)}
            checked={isPicked}
            onChange={({ nativeEvent }) =>
              picked.toggle(id, 'shiftKey' in nativeEvent && Boolean(nativeEvent.shiftKey))
            }
            type="checkbox"
          />
        </label>
      )}
    </li>
  )
}
