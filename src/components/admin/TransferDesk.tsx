'use client'

import {
  Button,
  toast,
  useAuth,
  useListDrawerContext,
  useListQuery,
  useModal,
  useSelection,
  useTranslation,
} from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'

import type { TransferReport } from '@/domain/catalog/transfer/report'

import { AUTHORS } from '@/domain/identity/roles'

import { exportCourses, readSelected } from './transfer/api'
import { CloneDialog } from './transfer/CloneDialog'
import { CLONE_WORDS } from './transfer/cloneWords'
import { ImportPanel } from './transfer/ImportPanel'
import { Recent } from './transfer/Recent'
import { Report } from './transfer/Report'
import { TRANSFER_WORDS } from './transfer/words'
import { wordsIn } from './words'

type Listed = { id: string; title?: null | string }

type Open = 'import' | 'recent' | TransferReport | null

/** Over the list of courses: writes those that are selected, or all, into files, and takes courses out of one. */
export const TransferDesk = () => {
  const { user } = useAuth<{ id: string; roles?: string[] }>()
  const { isInDrawer } = useListDrawerContext()
  const { getQueryParams, selectedIDs } = useSelection()
  const { data } = useListQuery()
  const { openModal } = useModal()
  const { i18n } = useTranslation()
  const pathname = usePathname()
  const router = useRouter()
  const [open, setOpen] = useState<Open>(null)
  const [isBusy, setBusy] = useState(false)
  // The same key until the school has answered: a second click asks for the same export.
  const key = useRef<null | string>(null)
  const words = wordsIn(i18n.language, TRANSFER_WORDS)
  const fail = useCallback(() => void toast.error(words.failed), [words])
  const refresh = useCallback(() => router.refresh(), [router])
  const mayWrite = user?.roles?.some((role) =>
    [...AUTHORS, 'superAdmin'].some((one) => one === role),
  )
  if (!mayWrite || isInDrawer || pathname.endsWith('/trash')) {
    return null
  }
  const count = selectedIDs.length
  const [only] = count === 1 ? selectedIDs : []
  const chosen = ((data?.docs ?? []) as Listed[]).find(({ id }) => id === only)
  const begin = async (isAll: boolean) => {
    setBusy(true)
    key.current ??= crypto.randomUUID()
    const courses = isAll ? ('all' as const) : await readSelected(getQueryParams())
    const said = courses && (await exportCourses(courses, key.current))
    setBusy(false)
    key.current = said?.ok || (said && said.status > 0) ? null : key.current
    if (said?.ok) {
      setOpen(said.value)
    } else if (said?.code === 'tooManyCourses') {
      toast.error(words.tooMany)
    } else {
      fail()
    }
  }
  const toggle = (panel: 'import' | 'recent') => setOpen(open === panel ? null : panel)

  return (
    <section className="lectern-desk">
      <div className="lectern-desk__buttons">
        {count > 0 && (
          <Button disabled={isBusy} margin={false} onClick={() => void begin(false)} size="small">
            {words.exportSelected(count)}
          </Button>
        )}
        {chosen && (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => openModal(`clone-${chosen.id}`)}
            size="small"
          >
            {wordsIn(i18n.language, CLONE_WORDS).clone}
          </Button>
        )}
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => void begin(true)}
          size="small"
        >
          {words.all}
        </Button>
        {(['import', 'recent'] as const).map((panel) => (
          <Button
            aria-expanded={open === panel}
            buttonStyle="secondary"
            key={panel}
            margin={false}
            onClick={() => toggle(panel)}
            size="small"
          >
            {words[panel]}
          </Button>
        ))}
        {count === 0 && <span>{words.hint}</span>}
      </div>
      {chosen && (
        <CloneDialog
          course={chosen.id}
          key={chosen.id}
          modal={`clone-${chosen.id}`}
          title={chosen.title ?? ''}
        />
      )}
      {open === 'import' && <ImportPanel onBegun={setOpen} words={words} />}
      {open === 'recent' && (
        <Recent language={i18n.language} onFailed={fail} onOpen={setOpen} words={words} />
      )}
      {open !== null && typeof open === 'object' && (
        <Report
          first={open}
          key={open.id}
          language={i18n.language}
          onClose={() => setOpen(null)}
          onDone={refresh}
          words={words}
        />
      )}
    </section>
  )
}
