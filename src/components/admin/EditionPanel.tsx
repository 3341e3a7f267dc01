'use client'

import {
  Button,
  ConfirmationModal,
  toast,
  useDocumentInfo,
  useModal,
  useTranslation,
} from '@payloadcms/ui'

import type { KeptEdition } from '@/domain/learning/editions'

import { useSchoolZone } from './useSchoolZone'
import { wordsIn } from './words'
import { Changes } from './edition/Changes'
import { useEdition } from './edition/useEdition'
import { EDITION_WORDS } from './edition/words'

/** Whether a cohort keeps the course as it stood, since when and by whom, what is different by now, and the way in and out of it. */
export const EditionPanel = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, EDITION_WORDS)

  return (
    <section aria-labelledby="lectern-edition" className="field-type lectern-edition">
      <h3 id="lectern-edition">{words.title}</h3>
      {id ? <Panel cohort={String(id)} language={i18n.language} /> : <p>{words.saveFirst}</p>}
    </section>
  )
}

const Panel = ({ cohort, language }: { cohort: string; language: string }) => {
  const words = wordsIn(language, EDITION_WORDS)
  const { act, read } = useEdition(cohort)
  const { openModal } = useModal()
  if (read === undefined) {
    return null
  }
  if (read === null) {
    return (
      <div role="alert">
        <p>{words.failed}</p>
        <Button buttonStyle="secondary" onClick={() => void act('GET')} size="medium">
          {words.retry}
        </Button>
      </div>
    )
  }
  const run = async (method: 'DELETE' | 'POST') => {
    if (await act(method)) {
      toast.success(method === 'POST' ? words.pinned : words.followed)
    } else {
      toast.error(words.failed)
    }
  }
  const { changes, edition, mayPin } = read
  const [again, back] = [`pin-${cohort}`, `follow-${cohort}`]

  return edition ? (
    <>
      <p className="lectern-edition__state">
        <b>{words.pinnedTitle(edition.number)}</b> <Kept edition={edition} language={language} />
      </p>
      <Changes changes={changes} words={words} />
      {mayPin && (
        <div className="lectern-edition__acts">
          {changes.length > 0 && (
            <Button buttonStyle="secondary" margin={false} onClick={() => openModal(again)}>
              {words.pin}
            </Button>
          )}
          <Button buttonStyle="secondary" margin={false} onClick={() => openModal(back)}>
            {words.follow}
          </Button>
        </div>
      )}
      <ConfirmationModal
        body={words.pinAgainHint}
        confirmLabel={words.pin}
        heading={words.pin}
        modalSlug={again}
        onConfirm={() => run('POST')}
      />
      <ConfirmationModal
        body={words.followHint}
        confirmLabel={words.follow}
        heading={words.follow}
        modalSlug={back}
        onConfirm={() => run('DELETE')}
      />
    </>
  ) : (
    <>
      <p>
        {words.following} {mayPin && words.hint}
      </p>
      {mayPin && (
        <div className="lectern-edition__acts">
          <Button buttonStyle="secondary" margin={false} onClick={() => void run('POST')}>
            {words.pin}
          </Button>
        </div>
      )}
    </>
  )
}

/** When an edition was made, of how many lessons, and who keeps it since when, on the school's clock. */
const Kept = ({ edition, language }: { edition: KeptEdition; language: string }) => {
  const zone = useSchoolZone()
  if (!zone) {
    return null
  }
  const clock = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  })
  const told = {
    ...edition,
    madeAt: clock.format(new Date(edition.madeAt)),
    pinnedAt: clock.format(new Date(edition.pinnedAt)),
  }

  return wordsIn(language, EDITION_WORDS).kept(told)
}
