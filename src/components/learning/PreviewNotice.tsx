import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'

/** Under a preview, for those who do not have the course: what it is a part of, and the way there once there is a page. */
export const PreviewNotice = ({
  course: { slug, isShown, title },
}: {
  course: { isShown: boolean; slug: string; title: string }
}) => {
  const t = useTranslations('learn')

  return (
    <Alert
      action={
        isShown && (
          <ButtonLink href={`/courses/${slug}`} size="small" variant="secondary">
            {t('toCourse')}
          </ButtonLink>
        )
      }
      title={t('previewTitle', { course: title })}
    >
      {t(isShown ? 'previewBody' : 'previewUnpublished')}
    </Alert>
  )
}
