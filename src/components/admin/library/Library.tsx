'use client'

import { toast } from '@payloadcms/ui'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

import type { ShownFile, ShownFolder } from '@/operations/media/library'
import type { FileKind } from '@/domain/media/library'
import type { Asking } from './asking'
import type { Dropped } from './dropped'

import { uploads } from '../uploads/store'
import { moveFiles } from './api'
import { isNarrowed, WHOLE } from './asking'
import { DeleteDialog } from './DeleteDialog'
import { Details } from './Details'
import { FileGrid } from './FileGrid'
import { ChangeFolder, NewFolder } from './FolderDialog'
import { Folders, Trail } from './Folders'
import { MoveDialog } from './MoveDialog'
import { Quarantine, QuarantineNotice } from './Quarantine'
import { SelectionBar } from './SelectionBar'
import { sendDropped } from './send'
import { Adding, Filters } from './Toolbar'
import { useDropping } from './useDropping'
import { useLibrary } from './useLibrary'
import { usePicked } from './usePicked'
import { useLibraryWords } from './words'

type Over =
  | { over: 'create' }
  | { file: ShownFile; over: 'details' }
  | { files: readonly string[]; over: 'delete' | 'move' }
  | { folder: ShownFolder; over: 'folder' }

const NO_FILES: readonly ShownFile[] = []

/** How many uploads of this tab have come to their end; each makes the library another one. */
const useDone = (): number =>
  useSyncExternalStore(
    uploads.watch,
    () => uploads.list().filter(({ state }) => state === 'done').length,
    () => 0,
  )

/**
 * The school's files, by folders: looked for, looked at, brought in, moved and deleted. With `onPick` one is chosen and nothing else
 * is done; `only` is the kind it may be of.
 */
export const Library = ({
  asking,
  onAsk,
  only,
  onPick,
}: {
  asking: Asking
  onAsk: (change: Partial<Asking>) => void
  onPick?: (file: ShownFile) => void
  only?: FileKind
}) => {
  const { words } = useLibraryWords()
  const { isBusy, more, reload, shown } = useLibrary(asking)
  const [over, setOver] = useState<null | Over>(null)
  const files = shown?.ok ? shown.files : NO_FILES
  const folders = shown?.ok ? shown.folders : []
  const ids = files.map(({ id }) => id)
  const picked = usePicked(ids)
  const canWrite = Boolean(shown?.ok && shown.canWrite && !onPick)
  const done = useDone()
  const before = useRef(done)
  useEffect(() => {
    if (done > before.current) {
      reload()
    }
    before.current = done
  }, [done, reload])
  const { folder } = asking
  const send = (dropped: Dropped[]) =>
    void sendDropped(dropped, folder, folders).then((isWhole) => {
      reload()
      if (!isWhole) {
        toast.error(words.notDone)
      }
    })
  const { isOver, target } = useDropping(send)
  const settle = (said: string) => (ok: boolean) => {
    setOver(null)
    picked.clear()
    reload()
    if (ok) {
      toast.success(said)
    } else {
      toast.error(words.notDone)
    }
  }
  const move = (some: readonly string[], to: null | string) =>
    void moveFiles(some, to).then(settle(words.moved))
  const go = (to: null | string) => {
    picked.clear()
    onAsk({ folder: to, kind: only ?? '', search: '', state: '' })
  }
  if (shown?.ok === false && shown.status === 404 && folder) {
    return <Failed onAct={() => go(null)} said={words.noneFound} act={words.top} />
  }
  if (shown?.ok === false) {
    return (
      <Failed
        act={shown.status === 403 ? null : words.retry}
        onAct={reload}
        said={shown.status === 403 ? words.forbidden : words.failed}
      />
    )
  }
  const narrowed = isNarrowed({ ...asking, kind: asking.kind === only ? '' : asking.kind })
  const onDropFiles = canWrite ? move : undefined

  return (
    <div className="lectern-library" data-over={isOver || undefined} {...target}>
      {shown && shown.apart > 0 && asking.state !== 'quarantined' && !onPick && (
        <QuarantineNotice count={shown.apart} onShow={() => onAsk({ state: 'quarantined' })} />
      )}
      <div className="lectern-library__head">
        <Trail folder={folder} folders={folders} onDropFiles={onDropFiles} onGo={go} />
        <Adding onFolder={onPick ? undefined : () => setOver({ over: 'create' })} onSend={send} />
      </div>
      <Filters asking={asking} onAsk={onAsk} only={only} />
      {picked.ids.length > 0 && canWrite && (
        <SelectionBar
          onDelete={() => setOver({ files: picked.ids, over: 'delete' })}
          onMove={() => setOver({ files: picked.ids, over: 'move' })}
          picked={picked}
          shown={ids}
        />
      )}
      <p className="lectern-build__sr" id="lectern-library-keys">
        {words.keys}
      </p>
      {!narrowed && (
        <Folders
          folder={folder}
          folders={folders}
          onChange={canWrite ? (one) => setOver({ folder: one, over: 'folder' }) : undefined}
          onDropFiles={onDropFiles}
          onGo={go}
        />
      )}
      <div aria-busy={isBusy} aria-live="polite">
        {!shown && <Skeleton />}
        {shown && asking.state === 'quarantined' && shown.quarantined.length > 0 && (
          <Quarantine files={shown.quarantined} />
        )}
        {shown && files.length === 0 && shown.quarantined.length === 0 && (
          <div className="lectern-build__empty">
            <h3>{narrowed ? words.noneFound : folder ? words.emptyFolder : words.empty}</h3>
            <p>{narrowed ? words.noneFoundHint : words.emptyHint}</p>
            {narrowed && (
              <button
                className="lectern-build__button"
                data-second
                onClick={() => onAsk({ ...WHOLE, folder, kind: only ?? '', view: asking.view })}
                type="button"
              >
                {words.reset}
              </button>
            )}
          </div>
        )}
        {files.length > 0 && (
          <FileGrid
            files={files}
            isPicking={Boolean(onPick) || !canWrite}
            onDrag={(id) => (picked.has(id) ? [...picked.ids] : [id])}
            onOpen={(file) => (onPick ? onPick(file) : setOver({ file, over: 'details' }))}
            picked={picked}
            view={asking.view}
          />
        )}
      </div>
      {shown?.next && (
        <button
          className="lectern-build__button"
          data-second
          disabled={isBusy}
          onClick={() => void more().then((ok) => ok || toast.error(words.failed))}
          type="button"
        >
          {words.more}
        </button>
      )}
      {isOver && <p className="lectern-library__over">{words.dropHere}</p>}
      {over?.over === 'create' && (
        <NewFolder onClose={() => setOver(null)} onDone={settle(words.altSaved)} parent={folder} />
      )}
      {over?.over === 'folder' && (
        <ChangeFolder
          folder={over.folder}
          folders={folders}
          onClose={() => setOver(null)}
          onDone={settle(words.altSaved)}
        />
      )}
      {over?.over === 'move' && (
        <MoveDialog
          folder={folder}
          folders={folders}
          onClose={() => setOver(null)}
          onMove={(to) => move(over.files, to)}
        />
      )}
      {over?.over === 'delete' && (
        <DeleteDialog
          files={over.files}
          onClose={() => setOver(null)}
          onDone={settle(words.deleted)}
        />
      )}
      {over?.over === 'details' && (
        <Details
          canWrite={canWrite}
          file={files.find(({ id }) => id === over.file.id) ?? over.file}
          onClose={() => {
            setOver(null)
            reload()
          }}
          onDelete={() => setOver({ files: [over.file.id], over: 'delete' })}
          onMove={() => setOver({ files: [over.file.id], over: 'move' })}
        />
      )}
    </div>
  )
}

const Failed = ({ act, onAct, said }: { act: null | string; onAct: () => void; said: string }) => (
  <div className="lectern-build__empty" role="alert">
    <p>{said}</p>
    {act && (
      <button className="lectern-build__button" data-second onClick={onAct} type="button">
        {act}
      </button>
    )}
  </div>
)

const CARDS = 12

const Skeleton = () => {
  const { words } = useLibraryWords()

  return (
    <ul aria-label={words.loading} className="lectern-library__files" data-view="grid">
      {Array.from({ length: CARDS }, (_, at) => (
        <li className="lectern-library__bone" key={at} />
      ))}
    </ul>
  )
}
