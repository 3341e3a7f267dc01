import type { Make } from './maker'
import type { SeedSchool } from './types'

/** The front page of a school. */
export const seedHome = async ({
  courses,
  make,
  school: { home, settings },
}: {
  courses: string[]
  make: Make
  school: SeedSchool
}): Promise<void> => {
  const image = await make(
    'media',
    { isPublic: true },
    { name: home.hero.image, alt: home.hero.imageAlt },
  )
  const [main] = courses
  await make('pages', {
    slug: 'home',
    _status: 'published',
    description: settings.tagline,
    layout: [
      {
        blockType: 'hero',
        buttonLabel: home.hero.buttonLabel,
        course: main,
        detail: home.hero.detail,
        image,
        promise: home.hero.promise,
      },
      { blockType: 'courseGrid', courses: [], heading: home.coursesHeading, limit: 6 },
      { blockType: 'testimonials', heading: home.testimonialsHeading, items: home.testimonials },
      { blockType: 'faq', heading: home.faqHeading, items: home.faq },
      { blockType: 'callToAction', ...home.callToAction },
    ],
    title: home.title,
  })
}
