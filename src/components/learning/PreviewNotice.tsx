import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'

/** Under a preview, for those who do not have the course: what it is a part of. */
export const PreviewNotice = ({ course }: { course: { slug: string; title: string } }) => {
  const t = useTranslations('learn')

  return (
    <Alert
      action={
        <ButtonLink href={`/courses/${course.slug}`} size="small" variant="secondary">
          {t('toCourse')}
        </ButtonLink>
      }
      title={t('previewTitle', { course: course.title })}
    >
      {t('previewBody')}
    </Alert>
  )
}
