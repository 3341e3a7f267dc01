import type { SeedCourse } from '../types'

/** What Saltwater teaches. */
export const saltwaterCourses: SeedCourse[] = [
  {
    slug: 'reading-the-water',
    audience: [
      'Sailors who steer by instruments and want their eyes back',
      'Crew who would like to call the gust first',
    ],
    categories: ['sailing'],
    cover: 'cover-sails.webp',
    coverAlt: 'A boat under two sails on a calm swell, a low sun behind it',
    description: [
      'The wind is written on the water a minute before it reaches you. This course teaches the handwriting: cat’s paws, lulls, the dark line of a front, and what the land does to all of them.',
      '# How it works',
      'Each lesson shows one thing and sends you to a harbour wall, a lake or a window to find it.',
    ],
    faq: [
      {
        answer: 'Any water that the wind can reach. A pond will do for the first two lessons.',
        question: 'Do I have to live by the sea?',
      },
    ],
    level: 'beginner',
    offer: { amount: 6900, title: 'Reading the water, the course' },
    outcomes: [
      'See a gust a minute before it arrives',
      'Tell a lull from a header',
      'Choose a side of the lake and know why',
    ],
    plan: { amount: 6900, payments: 3, title: 'Reading the water, in three payments' },
    requirements: ['Water within an hour of you', 'Ten minutes of patience'],
    reviews: [
      {
        by: 'lena@saltwater.test',
        reply: 'Ten years, Lena, and you will never unsee it now.',
        stars: 5,
        text: 'I had sailed for ten years and never looked up. In the second lesson I called three gusts in a row from a harbour wall.',
      },
    ],
    sections: [
      {
        lessons: [
          {
            body: [
              'Watch once with the sound off. Where does the surface change colour, and which way does the change travel?',
            ],
            isPreview: true,
            title: 'The dark line',
            video: true,
          },
          {
            body: [
              'A cat’s paw is a gust that touches the water from above: small ripples that fan out and stand darker than the rest. It travels with the wind, a little slower than the gust itself.',
              '# Try it',
              '- Pick a buoy. Count from the moment a dark patch leaves it until your face feels it.',
              '- Do it ten times. The number you get is how early you can ease a sheet.',
              '- A patch that opens towards you lifts; one that slides past is a header for the next boat.',
            ],
            title: 'Cat’s paws',
          },
        ],
        title: 'The surface',
      },
      {
        lessons: [
          {
            body: [
              'A headland bends the wind, a valley lets it out, and a warm roof pulls it in after lunch. Draw your harbour from above and write an arrow on each shore.',
            ],
            title: 'What the land does',
          },
          {
            quiz: {
              passMark: 60,
              questions: [
                {
                  answers: ['*A gust that touches the water', 'A shoal', 'The wake of a ferry'],
                  explanation: 'Ripples that fan out and stand darker than the rest.',
                  prompt: 'What is a cat’s paw?',
                },
                {
                  answers: ['In the morning', '*In the afternoon', 'At midnight'],
                  explanation: 'Land warms faster than water, and the air over it rises.',
                  prompt: 'When does a sea breeze blow hardest?',
                },
                {
                  answers: ['*Ease the sheet', '*Steer up a little', 'Look at the compass'],
                  explanation: 'Both take the load off before the boat heels.',
                  prompt: 'What helps in the moment before a gust?',
                },
              ],
            },
            title: 'From the harbour wall',
          },
        ],
        title: 'The shore',
      },
    ],
    summary:
      'Four lessons in seeing wind before it arrives: the surface, the gust, the shore, and what to do about it.',
    title: 'Reading the water',
  },
  {
    slug: 'tides-and-charts',
    categories: ['navigation'],
    cover: 'cover-tide.webp',
    coverAlt: 'Curves of a rising tide under a pale moon',
    description: [
      'How deep is it, and how deep will it be at four? A paper chart, a tide table and a pencil answer both, and this course is about the three of them.',
      '# What you need',
      'A chart of any harbour you know. The cheapest reprint is good enough, and you may draw on it.',
    ],
    level: 'intermediate',
    offer: { amount: 7900, title: 'Tides and charts, the course' },
    outcomes: [
      'Read a chart without its legend',
      'Find the depth at any hour by the rule of twelfths',
      'Plan a passage over a bar',
    ],
    requirements: ['A paper chart', 'A pencil and a ruler'],
    reviews: [
      {
        by: 'oliver@saltwater.test',
        stars: 4,
        text: 'The rule of twelfths finally makes sense. I would have liked one more worked example with a bar.',
      },
    ],
    sections: [
      {
        lessons: [
          {
            body: [
              'Soundings are measured from a level that the sea hardly ever falls below. Everything the table tells you comes on top.',
            ],
            isPreview: true,
            title: 'Depth is a sum',
          },
          {
            body: [
              'Between low and high water the tide rises by a twelfth in the first hour, two in the second, three in the third and in the fourth, then two and one again.',
              '# Try it',
              '- Take today’s table. Draw the six hours as bars.',
              '- Colour the two in the middle: half of all the water comes in those.',
              '- Now find the hour at which your keel clears the bar by a metre.',
            ],
            title: 'The rule of twelfths',
          },
        ],
        title: 'How deep, and when',
      },
    ],
    summary: 'Paper, pencil and the moon: depth at any hour, and a way in over the bar.',
    title: 'Tides and charts',
  },
  {
    slug: 'knots-by-heart',
    categories: ['seamanship'],
    cover: 'cover-knot.webp',
    coverAlt: 'A loop of orange rope that crosses itself three times',
    description: [
      'Nine knots that hold, and the one movement that each of them is made of. An evening, a metre of rope, and hands that remember.',
    ],
    level: 'all',
    offer: { amount: 2900, title: 'Knots by heart, the course' },
    outcomes: ['Tie a bowline behind your back', 'Know which knot jams, and leave it alone'],
    requirements: ['A metre of rope'],
    sections: [
      {
        lessons: [
          {
            body: [
              'The rabbit comes out of its hole, goes around the tree and back. Forget it. A bowline is a loop that you turn over, and the end follows by itself.',
            ],
            isPreview: true,
            title: 'The bowline, without the rabbit',
          },
          {
            body: [
              'A round turn takes the load; two half hitches keep it. That is why you can undo it while the boat still pulls.',
              '- Tie it on a door handle with your left hand.',
              '- Lean back. Undo it without sitting up.',
            ],
            title: 'Round turn and two half hitches',
          },
        ],
        title: 'Two that hold',
      },
    ],
    summary: 'Nine knots in an evening, by the movement and not by the picture.',
    title: 'Knots by heart',
  },
]
