import { courseFacts } from './courseFacts'

const given = {
  name: 'Seeing light',
  category: null,
  description: null,
  image: null,
  instructor: null,
  level: 'For beginners',
  locale: 'en',
  offers: [
    { amount: 4900, currency: 'USD', title: 'All of it' },
    { amount: 0, currency: 'USD', title: 'A taste' },
  ],
  outcomes: [],
  rating: null,
  requirements: [],
  school: { name: 'Aurora', url: 'https://aurora.example' },
  seconds: 0,
  url: 'https://aurora.example/courses/seeing-light',
}

describe('the facts of a course for search engines', () => {
  it('say prices in major units, and which offers are free', () => {
    expect(courseFacts(given)).toMatchObject({
      '@type': 'Course',
      description: 'Seeing light',
      offers: [
        { category: 'Paid', price: '49.00', priceCurrency: 'USD' },
        { category: 'Free', price: '0.00' },
      ],
      provider: { name: 'Aurora' },
    })
  })

  it('say how it was rated where it was, whom it is for and what it takes', () => {
    expect(courseFacts(given)).not.toHaveProperty('aggregateRating')
    const rated = {
      ...given,
      category: 'Light',
      outcomes: ['See'],
      rating: { average: 4.5, count: 12 },
      requirements: ['Eyes'],
    }
    expect(courseFacts(rated)).toMatchObject({
      about: 'Light',
      aggregateRating: { '@type': 'AggregateRating', ratingCount: 12, ratingValue: 4.5 },
      coursePrerequisites: ['Eyes'],
      educationalLevel: 'For beginners',
      teaches: ['See'],
    })
  })

  it('leave out what is not known', () => {
    expect(courseFacts(given)).not.toHaveProperty('image')
    expect(courseFacts(given)).toHaveProperty('hasCourseInstance', {
      '@type': 'CourseInstance',
      courseMode: 'Online',
    })
    const known = { ...given, image: 'https://aurora.example/a.webp', instructor: 'Mira' }
    expect(courseFacts(known)).toMatchObject({
      hasCourseInstance: { instructor: { name: 'Mira' } },
      image: known.image,
    })
  })

  it.each([
    ['JPY', 4900, '4900'],
    ['KWD', 4900, '4.900'],
    ['ILS', 5, '0.05'],
    ['JPY', 0, '0'],
  ])('write an amount in %s as that currency has it', (currency, amount, price) => {
    expect(courseFacts({ ...given, offers: [{ amount, currency, title: 'All' }] })).toMatchObject({
      offers: [{ availability: 'https://schema.org/InStock', price, priceCurrency: currency }],
    })
  })

  it.each([
    [20, 'PT1M'],
    [1500, 'PT25M'],
    [3600, 'PT1H'],
    [5400, 'PT1H30M'],
  ])('write %i seconds of lessons as %s', (seconds, workload) => {
    expect(courseFacts({ ...given, seconds })).toMatchObject({
      hasCourseInstance: { courseWorkload: workload },
    })
  })
})
