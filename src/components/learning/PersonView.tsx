import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { Avatar } from '@/components/ui/Avatar'
import { Container } from '@/components/ui/Container'
import { DateTime } from '@/components/ui/DateTime'
import { EmptyState } from '@/components/ui/EmptyState'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import type { Person } from '@/operations/learning/person'

import { BookingList } from './BookingList'
import { HistoryTable } from './HistoryTable'
import { ShownCourses } from './ShownCourses'

/** Somebody's profile: who they are, and what they learn as far as whoever looks may know. */
export const PersonView = ({
  isOwn,
  person: { name, bio, bookings, courses, history, joinedAt, picture },
  timeZone,
}: {
  isOwn: boolean
  person: Person
  timeZone: string
}) => {
  const t = useTranslations('people')

  return (
    <Container className="flex flex-col gap-12 py-8 md:py-16" size="reading">
      {isOwn && (
        <Alert
          action={
            <TextLink className="inline-flex min-h-target items-center" href="/account/privacy">
              {t('changeVisibility')}
            </TextLink>
          }
          isQuiet
        >
          {t('own')}
        </Alert>
      )}
      <div className="flex flex-wrap items-center gap-6">
        <Avatar name={name} size="large" src={picture} />
        <div className="min-w-0 flex-1">
          <Heading className="break-words" dir="auto" level={1}>
            {name}
          </Heading>
          <Text tone="muted">
            {t('since')} <DateTime show="date" timeZone={timeZone} value={joinedAt} />
          </Text>
        </div>
      </div>
      {bio && (
        <Text className="break-words whitespace-pre-line" dir="auto" size="large">
          {bio}
        </Text>
      )}
      {history ? (
        <section className="flex flex-col gap-4">
          <Heading level={2} size="small">
            {t('history')}
          </Heading>
          {history.length > 0 ? (
            <HistoryTable history={history} timeZone={timeZone} />
          ) : (
            <EmptyState
              action={isOwn && <TextLink href="/courses">{t('toCourses')}</TextLink>}
              level={3}
              title={t('noHistory')}
            />
          )}
        </section>
      ) : (
        courses.length > 0 && <ShownCourses courses={courses} />
      )}
      {bookings && bookings.length > 0 && (
        <section className="flex flex-col gap-4">
          <Heading level={2} size="small">
            {t('bookings.title')}
          </Heading>
          <BookingList bookings={bookings} timeZone={timeZone} />
        </section>
      )}
    </Container>
  )
}
