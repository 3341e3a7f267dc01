import { courseFacts } from './courseFacts'

const given = {
  name: 'Seeing light',
  description: null,
  image: null,
  instructor: null,
  offers: [
    { amount: 4900, currency: 'USD', title: 'All of it' },
    { amount: 0, currency: 'USD', title: 'A taste' },
  ],
  school: { name: 'Aurora', url: 'https://aurora.example' },
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

  it('leave out what is not known', () => {
    expect(courseFacts(given)).not.toHaveProperty('image')
    expect(courseFacts(given)).not.toHaveProperty('instructor')
    const known = { ...given, image: 'https://aurora.example/a.webp', instructor: 'Mira' }
    expect(courseFacts(known)).toMatchObject({ image: known.image, instructor: { name: 'Mira' } })
  })
})
