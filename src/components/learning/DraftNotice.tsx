import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Container } from '@/components/ui/Container'

/** Over a lesson that its author looks at: that this is the newest version, and that nothing is kept. */
export const DraftNotice = ({ lesson }: { lesson: string }) => {
  const t = useTranslations('learn')

  return (
    <Container className="pt-6" size="reading">
      <Alert
        action={
          <ButtonLink
            href={`/admin/collections/lessons/${lesson}`}
            prefetch={false}
            size="small"
            variant="secondary"
          >
            {t('draftEdit')}
          </ButtonLink>
        }
        title={t('draftTitle')}
      >
        {t('draftBody')}
      </Alert>
    </Container>
  )
}
