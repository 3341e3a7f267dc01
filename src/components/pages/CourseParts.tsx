import { useTranslations } from 'next-intl'

import type { CoursePage } from '@/operations/catalog/coursePage'

import type { Teacher } from '@/operations/pages/instructorPage'

import { Accordion } from '@/components/ui/Accordion'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { instructorPath } from '@/domain/pages/addresses'

import { Curriculum } from '../catalog/Curriculum'
import { FormattedText } from '../catalog/FormattedText'
import { Outcomes } from '../catalog/Outcomes'
import { TextLink } from '@/components/ui/TextLink'
import { PlainList } from '../catalog/PlainList'
import { Part } from './Part'
import { PersonCard } from './PersonCard'

/** What a course says of itself, part by part; one of which it says nothing is left out. */
export const CourseParts = ({
  course: { slug, audience, description, faq, outcomes, prerequisites, requirements, sections },
  teachers,
}: {
  course: CoursePage
  teachers: readonly Teacher[]
}) => {
  const t = useTranslations('course')

  return (
    <>
      {outcomes.length > 0 && (
        <Part title={t('outcomes')}>
          <Outcomes outcomes={outcomes} />
        </Part>
      )}
      {description && (
        <Part title={t('about')}>
          <FormattedText className="[&_h2]:text-xl" content={description} />
        </Part>
      )}
      {sections.length > 0 && (
        <Part title={t('curriculum')}>
          <Curriculum course={slug} sections={sections} />
        </Part>
      )}
      {prerequisites.length > 0 && (
        <Part title={t('prerequisites')}>
          <Text tone="muted">{t('prerequisitesBody')}</Text>
          <ul className="flex flex-col">
            {prerequisites.map((before) => (
              <li key={before.slug}>
                <TextLink
                  className="inline-flex min-h-target items-center"
                  href={`/courses/${before.slug}`}
                >
                  {before.title}
                </TextLink>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {requirements.length > 0 && (
        <Part title={t('requirements')}>
          <PlainList lines={requirements} />
        </Part>
      )}
      {audience.length > 0 && (
        <Part title={t('audience')}>
          <PlainList lines={audience} />
        </Part>
      )}
      {teachers.length > 0 && (
        <Part title={t('teachers', { count: teachers.length })}>
          <Stack gap={6}>
            {teachers.map(({ name, slug: person, headline, photo }) => (
              <PersonCard
                key={person ?? name}
                name={name}
                headline={headline}
                href={person && instructorPath(person)}
                photo={photo}
              />
            ))}
          </Stack>
        </Part>
      )}
      {faq.length > 0 && (
        <Part title={t('faq')}>
          <Accordion
            items={faq.map(({ answer, question }, place) => ({
              id: String(place),
              content: (
                <Text className="whitespace-pre-line" dir="auto" tone="muted">
                  {answer}
                </Text>
              ),
              title: <bdi>{question}</bdi>,
            }))}
          />
        </Part>
      )}
    </>
  )
}
