import { schoolPlaces } from './schoolPlaces'

const place = () => {
  const { enter, waiting } = schoolPlaces({ most: 2, queue: 2 })
  const said: string[] = []
  const leaving: Record<string, () => void> = {}
  const gone = new Set<string>()
  const ask = (name: string, school = 'a') =>
    enter({
      isGone: () => gone.has(name),
      refuse: () => said.push(`${name} refused`),
      school,
      start: (leave) => {
        said.push(name)
        leaving[name] = leave
      },
    })

  return { ask, gone, leaving, said, waiting }
}

describe('places of a school', () => {
  it('are taken in turn, and beyond those who wait nobody is let in', () => {
    const { ask, leaving, said, waiting } = place()
    for (const name of ['1', '2', '3', '4', '5']) {
      ask(name)
    }
    expect(said).toEqual(['1', '2', '5 refused'])
    expect([waiting('a'), waiting('b')]).toEqual([2, 0])

    leaving['2']?.()
    leaving['2']?.()
    expect(said).toEqual(['1', '2', '5 refused', '3'])
    leaving['1']?.()
    expect(said.at(-1)).toBe('4')
  })

  it('are each school’s own', () => {
    const { ask, said } = place()
    for (const name of ['1', '2', '3', '4', '5']) {
      ask(name)
    }
    ask('other', 'b')

    expect(said.at(-1)).toBe('other')
  })

  it('go to the next where somebody who waited is gone', () => {
    const { ask, gone, leaving, said } = place()
    for (const name of ['1', '2', '3', '4']) {
      ask(name)
    }
    gone.add('3')
    leaving['1']?.()
    expect(said).toEqual(['1', '2', '4'])

    leaving['2']?.()
    leaving['4']?.()
    ask('5')
    ask('6')
    expect(said).toEqual(['1', '2', '4', '5', '6'])
  })
})
