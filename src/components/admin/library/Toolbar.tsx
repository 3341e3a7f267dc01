'use client'

import { FolderPlus, FolderUp, LayoutGrid, List, Search, Upload } from 'lucide-react'
import { useRef } from 'react'

import { FILE_KINDS, FILE_SORTS, FILE_STATES, type FileKind } from '@/domain/media/library'

import type { Asking } from './asking'
import type { Dropped } from './dropped'

import { chosenFiles } from './dropped'
import { useLibraryWords } from './words'

const ICON = 18

type Asked = { asking: Asking; onAsk: (change: Partial<Asking>) => void }

/** Buttons with which files are brought in; with `onFolder` whole folders too, and empty ones. */
export const Adding = ({
  onFolder,
  onSend,
}: {
  onFolder?: () => void
  onSend: (files: Dropped[]) => void
}) => {
  const { words } = useLibraryWords()
  const files = useRef<HTMLInputElement>(null)
  const whole = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    onSend(chosenFiles(input.files))
    input.value = ''
  }

  return (
    <div className="lectern-library__adding">
      {onFolder && (
        <>
          <button className="lectern-build__button" data-second onClick={onFolder} type="button">
            <FolderPlus aria-hidden size={ICON} /> {words.folderNew}
          </button>
          <button
            className="lectern-build__button"
            data-second
            onClick={() => whole.current?.click()}
            type="button"
          >
            <FolderUp aria-hidden size={ICON} /> {words.uploadFolder}
          </button>
        </>
      )}
      <button
        className="lectern-build__button"
        onClick={() => files.current?.click()}
        type="button"
      >
        <Upload aria-hidden size={ICON} /> {words.upload}
      </button>
      <input
        aria-label={words.upload}
        hidden
        multiple
        onChange={({ target }) => take(target)}
        ref={files}
        type="file"
      />
      <input
        aria-label={words.uploadFolder}
        hidden
        multiple
        onChange={({ target }) => take(target)}
        ref={(input) => {
          whole.current = input
          input?.setAttribute('webkitdirectory', '')
        }}
        type="file"
      />
    </div>
  )
}

/** What is looked for, and in which order and shape it is shown; `only` is the one kind that may be chosen. */
export const Filters = ({ asking, onAsk, only }: Asked & { only?: FileKind }) => {
  const { words } = useLibraryWords()
  const { kind, search, sort, state, view } = asking
  const choice = <T extends string>(
    label: string,
    value: T,
    options: readonly (readonly [T, string])[],
    choose: (value: T) => void,
  ) => (
    <select
      aria-label={label}
      className="lectern-build__field"
      onChange={({ target }) => choose(target.value as T)}
      value={value}
    >
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  )

  return (
    <div aria-label={words.filters} className="lectern-library__filters" role="search">
      <label className="lectern-library__search">
        <Search aria-hidden size={ICON} />
        <input
          aria-label={words.search}
          className="lectern-build__field"
          dir="auto"
          maxLength={200}
          onChange={({ target }) => onAsk({ search: target.value })}
          placeholder={words.search}
          type="search"
          value={search}
        />
      </label>
      {!only &&
        choice(
          words.kind,
          kind,
          [
            ['', words.kindsAll] as const,
            ...FILE_KINDS.map((one) => [one, words.kinds[one]] as const),
          ],
          (next) => onAsk({ kind: next }),
        )}
      {!only &&
        choice(
          words.state,
          state,
          [
            ['', words.statesAll] as const,
            ...FILE_STATES.map((one) => [one, words.states[one]] as const),
          ],
          (next) => onAsk({ state: next }),
        )}
      {choice(
        words.sort,
        sort,
        FILE_SORTS.map((one) => [one, words.sorts[one]] as const),
        (next) => onAsk({ sort: next }),
      )}
      <div aria-label={words.view} className="lectern-library__views" role="group">
        {(['grid', 'list'] as const).map((one) => {
          const Icon = one === 'grid' ? LayoutGrid : List

          return (
            <button
              aria-label={words[one]}
              aria-pressed={view === one}
              className="lectern-build__icon"
              key={one}
              onClick={() => onAsk({ view: one })}
              title={words[one]}
              type="button"
            >
              <Icon aria-hidden size={ICON} />
            </button>
          )
        })}
      </div>
    </div>
  )
}
