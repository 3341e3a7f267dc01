import { curriculum } from '../buying'
import { signedIn, visitor } from '../visitor'
import { COURSE, DISCOUNTED, mira, reader, story } from './heroine'

/** What the creator sees of it, and the other school does not. */
export const itIsSeenByOthers = (): void => {
  it('shows the creator the order, the student and the enrollment', async () => {
    const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
    const order = await owner.get(`/api/orders/${story.bought.order}?depth=0`)
    const users = await owner.get(`/api/users?depth=0&where[email][equals]=${mira.email}`)

    expect(order.json()).toMatchObject({ status: 'paid', total: DISCOUNTED })
    expect(users.json()).toMatchObject({ totalDocs: 1 })
    expect((await owner.get('/admin')).status).toBe(200)
  })

  it('shows the other school nothing of the first', async () => {
    const owner = await signedIn({ email: 'owner@ofek.test', place: 'ofek' })
    const { course } = await curriculum(reader, COURSE)
    const secrets = [story.bought.order, mira.email, course.id, story.serial]
    for (const list of ['orders', 'users', 'enrollments', 'certificates', 'courses', 'payments']) {
      const answer = await owner.get(`/api/${list}?depth=2&limit=1000`)
      expect([list, answer.status]).toEqual([list, 200])
      expect(secrets.filter((secret) => answer.text.includes(secret))).toEqual([])
    }
    for (const place of [
      `/api/orders/${story.bought.order}`,
      `/api/certificates/${story.serial}`,
      `/certificates/${story.serial}`,
      `/certificates/${story.serial}.pdf`,
      `/api/learn/${COURSE}`,
      `/courses/${COURSE}`,
    ]) {
      expect([place, (await owner.get(place)).status]).toEqual([place, 404])
    }
  })

  it('takes the same address as another account in the other school', async () => {
    const refused = await visitor('ofek').post('/api/auth/sign-in/email', mira)
    const cookie = [...reader.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const carried = await visitor('ofek').send({ headers: { cookie }, path: '/api/session' })

    expect(refused.status).toBe(401)
    expect(carried.json()).toEqual({ user: null })
  })
}
