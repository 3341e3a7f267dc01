'use client'

import {
  Button,
  toast,
  useAuth,
  useListDrawerContext,
  useSelection,
  useTranslation,
} from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'

import type { TransferReport } from '@/domain/catalog/transfer/report'

import { AUTHORS } from '@/domain/identity/roles'

import { exportCourses, readSelected } from './transfer/api'
import { ImportPanel } from './transfer/ImportPanel'
import { Recent } from './transfer/Recent'
import { Report } from './transfer/Report'
import { TRANSFER_WORDS } from './transfer/words'
import { wordsIn } from './words'

type Open = 'import' | 'recent' | TransferReport | null

/** Over the list of courses: writes those that are selected, or all, into files, and takes courses out of one. */
export const TransferDesk = () => {
  const { user } = useAuth<{ id: string; roles?: string[] }>()
  const { isInDrawer } = useListDrawerContext()
  const { getQueryParams, selectedIDs } = useSelection()
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
  const begin = async (isAll: boolean) => {
    setBusy(true)
    key.current ??= crypto.randomUUID()
    const courses = isAll ? ('all' as const) : await readSelected(getQueryParams())
    const said = courses && (await exportCourses(courses, key.current))
    setBusy(false)
    if (said?.ok) {
      key.current = null
      setOpen(said.value)
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
