'use client'

import { Button, PublishButton, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import { wordsIn } from './words'
import { SUBMITS } from './publication/Steps'
import { usePublication } from './publication/usePublication'
import { PUBLICATION_WORDS } from './publication/words'

/** Publishes the course for those who may; for others, the way to whoever approves it. */
export const PublishCourse = () => {
  const { id } = useDocumentInfo()

  return id ? <OfCourse course={String(id)} /> : <PublishButton />
}

const OfCourse = ({ course }: { course: string }) => {
  const { i18n } = useTranslation()
  const { lastUpdateTime } = useDocumentInfo()
  const { hasFailed, publication } = usePublication(course, lastUpdateTime)
  const words = wordsIn(i18n.language, PUBLICATION_WORDS)
  if (hasFailed || publication?.steps.includes('publish')) {
    return <PublishButton />
  }
  if (!publication?.steps.includes('submit')) {
    return null
  }
  const submit = () => {
    window.dispatchEvent(new Event(SUBMITS))
    document.getElementById('publication')?.scrollIntoView({ block: 'center' })
  }

  return (
    <Button id="action-submit" margin={false} onClick={submit} size="medium">
      {words.step.submit}
    </Button>
  )
}
