import type { SeedSchool } from '../types'

import { auroraShowcase } from './auroraShowcase'
import { auroraWords } from './auroraWords'

/** The English demo school: photography, in dollars. */
export const aurora: SeedSchool = {
  name: 'Aurora School of Photography',
  slug: 'aurora',
  bundle: {
    amount: 9900,
    courses: ['the-quiet-portrait', 'seeing-light'],
    title: 'Light and portrait together',
  },
  captions: { en: 'lesson-1.en.vtt', he: 'lesson-1.he.vtt' },
  categories: [
    {
      name: 'Photography',
      slug: 'photography',
      description: 'Everything that happens between the eye and the print.',
    },
    {
      name: 'Light',
      slug: 'light',
      below: 'photography',
      description: 'Where light comes from, and what it does when it gets there.',
    },
    {
      name: 'People',
      slug: 'people',
      below: 'photography',
    },
    {
      name: 'Everyday practice',
      slug: 'everyday-practice',
      description: 'An hour, a walk, a handful of frames.',
    },
  ],
  coupon: { code: 'WELCOME20', percentOff: 20 },
  courses: [
    {
      slug: 'seeing-light',
      audience: [
        'People who own a camera and are bored by their own pictures',
        'Anyone who photographs people, rooms or food with a phone',
      ],
      categories: ['light', 'everyday-practice'],
      cover: 'cover-waves.webp',
      coverAlt: 'Fine golden lines that rise into a wave on a dark ground',
      description: [
        'Good photographs begin before the camera is lifted. This course trains the eye first: where light comes from, what it does to a face or a wall, and when to wait for it.',
        '# How it works',
        'Short films show one thing at a time. Each section ends with something to try on your own street, with whatever camera you have.',
      ],
      faq: [
        {
          answer: 'No. Any camera will do, and the one in your phone is a good one to begin with.',
          question: 'Do I need special equipment?',
        },
        {
          answer: 'About an hour of films and reading, and as long as you like on your own street.',
          question: 'How much time does it take?',
        },
      ],
      level: 'beginner',
      offer: { amount: 4900, title: 'The whole course' },
      outcomes: [
        'Read the direction, quality and colour of any light',
        'Choose the hour and the place before you choose the lens',
        'Light a portrait with one window',
        'Edit a series down to the five that matter',
      ],
      requirements: ['A camera of any kind', 'One window'],
      reviews: [
        {
          by: 'maya@aurora.test',
          reply: 'Thank you, Maya. The second lesson is the one we rewrote most often.',
          stars: 5,
          text: 'I had read three books about light and understood it in the second lesson here. The exercise with the chair and the window changed how I walk into a room.',
        },
        {
          by: 'jonas@aurora.test',
          stars: 4,
          text: 'Short, calm and exact. I would have liked one more example of mixed light indoors.',
        },
      ],
      sections: [
        {
          lessons: [
            {
              body: [
                'Watch this once without taking notes. Then look up: name the source, its direction, and what it leaves in shadow.',
              ],
              isPreview: true,
              title: 'Where light comes from',
              video: true,
            },
            {
              body: [
                'A small source far away makes hard light: crisp edges, deep shadows, drama. A large source close by makes soft light: gentle edges, open shadows, calm.',
                '# Try it',
                'Hold your hand in the sun and look at the edge of its shadow. Now hold a sheet of paper between your hand and the sun.',
                '- The sun is enormous, and yet it is a hard light. Why?',
                '- An overcast sky is the largest soft box there is.',
                '- Bounce is light that has hit something first, and has taken its colour along.',
              ],
              resources: [
                { file: 'cover-planes.webp', title: 'Hard and soft side by side, to print' },
                {
                  title: 'How bright is it? Exposure values explained',
                  url: 'https://en.wikipedia.org/wiki/Exposure_value',
                },
              ],
              title: 'Hard and soft',
            },
          ],
          title: 'Learning to look',
        },
        {
          lessons: [
            {
              body: [
                'Put a chair an arm’s length from a window and turn it slowly. Stop at every quarter and take one frame. You have just seen the four lights that painters worked with for five centuries.',
              ],
              title: 'One window',
            },
            {
              quiz: {
                passMark: 70,
                questions: [
                  {
                    answers: [
                      'The midday sun',
                      '*A large window on an overcast day',
                      'A bare bulb across the room',
                    ],
                    explanation:
                      'Softness comes from the size of the source as seen from the face.',
                    prompt: 'Which source gives the softest light on a face?',
                  },
                  {
                    answers: [
                      '*Moving the source closer',
                      '*Putting paper in front of it',
                      'Making it brighter',
                    ],
                    explanation: 'Brightness changes exposure and never the edge of a shadow.',
                    prompt: 'Which of these make a shadow softer?',
                  },
                  {
                    answers: ['*reddish', 'white', 'bluish'],
                    explanation: 'A surface keeps every colour but the one it sends on.',
                    prompt: 'Light that bounces off a red wall is …',
                  },
                ],
              },
              title: 'What did you see?',
            },
          ],
          title: 'Putting it to use',
        },
      ],
      summary:
        'Train your eye before your camera. Four short lessons on where light comes from, and what to do with it.',
      title: 'Seeing light',
    },
    {
      slug: 'the-quiet-portrait',
      categories: ['people', 'light'],
      cover: 'cover-arcs.webp',
      coverAlt: 'Tiles of quarter circles in green, ochre and cream',
      description: [
        'How to make people forget that you are there, and what to say when they do not.',
      ],
      level: 'intermediate',
      offer: { amount: 7900, title: 'The whole course' },
      outcomes: [
        'Put anybody at ease within five minutes',
        'Direct without posing',
        'Know when you have it',
      ],
      requirements: ['You can set exposure by hand'],
      reviews: [
        {
          by: 'jonas@aurora.test',
          stars: 5,
          text: 'No gear talk, no rush. I take fewer photographs now, and keep more of them.',
        },
      ],
      sections: [
        {
          lessons: [
            {
              body: [
                'Arrive early. Move one thing that should not be there. Find the light before the person arrives, so that you can look at the person.',
              ],
              isPreview: true,
              title: 'The room',
            },
            {
              body: ['Ask something whose answer you do not know, and photograph the thinking.'],
              title: 'The first question',
            },
          ],
          title: 'Before the first frame',
        },
      ],
      summary: 'Make people forget the camera, and know what to say when they cannot.',
      title: 'The quiet portrait',
    },
    {
      slug: 'a-walk-with-your-phone',
      categories: ['everyday-practice'],
      cover: 'cover-stones.webp',
      coverAlt: 'Rounded stones stacked on one another',
      description: [
        'One walk, one hour, twelve frames. A free course for the camera that is always with you.',
      ],
      level: 'all',
      offer: { free: true, title: 'Free course' },
      outcomes: ['Take twelve frames you would hang on a wall'],
      sections: [
        {
          lessons: [
            {
              body: [
                'Leave the house. Turn left. You may take twelve photographs before you are back, and you may not delete one.',
              ],
              isPreview: true,
              title: 'Twelve frames',
            },
          ],
          title: 'The walk',
        },
      ],
      summary: 'One walk, one hour, twelve frames. Free.',
      title: 'A walk with your phone',
    },
  ],
  home: {
    callToAction: {
      buttonLabel: 'See the courses',
      detail: 'The first lesson of every course is open to everybody.',
      heading: 'Go out and look',
    },
    coursesHeading: 'Courses',
    faq: [
      {
        answer:
          'No. Everything in the first two courses works with a phone. What we train is the eye.',
        question: 'Do I need an expensive camera?',
      },
      {
        answer: 'For ever. Buy a course once and come back to it whenever you like.',
        question: 'How long do I have access?',
      },
      {
        answer:
          'Yes. Finish every lesson and pass the quiz, and a certificate with your name is made for you. Anyone can check it by its number.',
        question: 'Will I get a certificate?',
      },
    ],
    faqHeading: 'Questions',
    hero: {
      buttonLabel: 'Start with light',
      detail: 'Short, exact courses on photography, taught by people who do it for a living.',
      image: 'cover-planes.webp',
      imageAlt: 'Slanted planes of green, ochre and red beside a dark disc',
      promise: 'Learn to see what everyone else walks past',
    },
    testimonials: [
      {
        name: 'Maya R.',
        quote: 'I had read three books about light and understood it in the second lesson here.',
        role: 'Student of Seeing light',
      },
      {
        name: 'Jonas K.',
        quote: 'No gear talk, no rush. I take fewer photographs now, and keep more of them.',
        role: 'Student of The quiet portrait',
      },
    ],
    testimonialsHeading: 'What students say',
    title: 'Home',
  },
  instructor: {
    name: 'Nora Lindqvist',
    slug: 'nora-lindqvist',
    bio: 'I photographed for newspapers for twelve years, mostly people who had no time and rooms that had no light. What I teach is what was left when everything else had to go: where to stand, when to wait, and when to stop.\n\nI live by the sea, and still carry one camera and one lens.',
    certifications: [
      { issuer: 'Nordic Institute of Photography', title: 'Teaching diploma', year: 2014 },
    ],
    credentials: [
      'MA in documentary photography, Gothenburg',
      'Press Photograph of the Year, shortlisted 2011 and 2013',
    ],
    headline: 'Photographer and teacher of looking',
    history: [
      { place: 'Aurora School of Photography', role: 'Founder and teacher', since: 2019 },
      { place: 'Gothenburg Folk School', role: 'Portrait photography', since: 2014, until: 2019 },
    ],
  },
  membership: { amount: 1900, title: 'Every course, by the month', trialDays: 7 },
  people: [
    {
      name: 'Nora Lindqvist',
      email: 'owner@aurora.test',
      roles: ['owner', 'instructor', 'student'],
    },
    { name: 'Sam Porter', email: 'student@aurora.test', roles: ['student'] },
    { name: 'Maya Rosen', email: 'maya@aurora.test', roles: ['student'] },
    { name: 'Jonas Keller', email: 'jonas@aurora.test', roles: ['student'] },
    { name: 'Ines Duarte', email: 'ines@aurora.test', roles: ['student'] },
    { name: 'Leo Brandt', email: 'leo@aurora.test', roles: ['student'] },
    { name: 'Priya Nair', email: 'priya@aurora.test', roles: ['student'] },
  ],
  settings: {
    accent: '#3b5bdb',
    currency: 'USD',
    fontPair: 'editorial',
    languages: ['he', 'ru'],
    locale: 'en',
    profile: {
      accreditation: 'Member of the Association of Independent Photography Schools',
      address: '14 Harbour Lane, Portland, ME',
      phone: '+1 207 555 0142',
      socials:
        'https://www.instagram.com/aurora.photography\nhttps://www.youtube.com/@aurora.photography',
      story:
        'Aurora began as an evening class in a room with one window. The window was the curriculum.\n\nWe still teach that way: few words, one thing at a time, and something to try before the day is over. Every course is made by people who do it for a living, and none is longer than it has to be.',
    },
    radius: '10',
    tagline: 'Short, exact courses on photography.',
    timeZone: 'America/New_York',
  },
  showcase: auroraShowcase,
  video: 'lesson-1.mp4',
  words: auroraWords,
}
