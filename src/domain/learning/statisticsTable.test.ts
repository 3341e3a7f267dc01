import { describe, expect, it } from '@jest/globals'

import { statisticsTable } from './statisticsTable'

describe('statistics as a file', () => {
  it('quote what divides cells, and keep formulas from spreadsheets', () => {
    const table = statisticsTable([
      {
        answered: 3,
        answers: [{ chosen: 2, discrimination: 0.25, isRight: true, share: 0.5, text: '=1+1' }],
        asked: 4,
        difficulty: 0.5,
        discrimination: null,
        flags: ['tooEasy', 'negative'],
        kind: 'singleChoice',
        prompt: 'Which, "this"?',
        version: 2,
      },
    ])

    expect(table.split('\r\n').slice(1)).toEqual([
      '"Which, ""this""?",singleChoice,2,,,4,3,,,0.5,,tooEasy negative',
      `"Which, ""this""?",singleChoice,2,'=1+1,1,4,,2,0.5,,0.25,`,
      '',
    ])
  })
})
