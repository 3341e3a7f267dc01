import { factsInUse, factsTable } from './facts'

const declaration = `export type Facts = {
  'order.paid': { order: string }
  'order.refunded': { order: string }
}`

const sources = [
  {
    file: 'src/operations/commerce/settleOrder.ts',
    text: `await announce({ data: { order }, fact: 'order.paid', req, tenant })`,
  },
  {
    file: 'hooks/learning/enrollments.ts',
    text: `export const enrollOnOrderPaid = reaction({\n  name: 'enrollOnOrderPaid',\n  on: 'order.paid',`,
  },
]

describe('the facts of the platform', () => {
  it('are found with where they are announced and who reacts', () => {
    expect(factsInUse({ declaration, sources })).toEqual([
      {
        announcedIn: ['src/operations/commerce/settleOrder.ts'],
        fact: 'order.paid',
        reactions: [{ name: 'enrollOnOrderPaid', domain: 'learning' }],
      },
      { announcedIn: [], fact: 'order.refunded', reactions: [] },
    ])
  })

  it('are found by reactions that concern some of them alone', () => {
    const some = {
      file: 'hooks/marketing/waitlist.ts',
      text: `reaction({\n  name: 'mailSome',\n  concerns: ({ order }) => order !== '',\n  on: 'order.refunded',`,
    }

    expect(factsInUse({ declaration, sources: [some] })[1]?.reactions).toEqual([
      { name: 'mailSome', domain: 'marketing' },
    ])
  })

  it('are listed once where a file announces one twice', () => {
    const twice = sources.map(({ file, text }) => ({ file, text: `${text}\n${text}` }))

    expect(factsInUse({ declaration, sources: twice })[0]?.announcedIn).toHaveLength(1)
  })

  it('make a table with even columns', () => {
    const lines = factsTable(factsInUse({ declaration, sources })).split('\n')

    expect(lines).toHaveLength(4)
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1)
    expect(lines[2]).toContain('| learning: `enrollOnOrderPaid` |')
  })
})
