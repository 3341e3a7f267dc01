import type { SeedSchool } from '../types'

/** The English demo school: photography, in dollars. */
export const aurora: SeedSchool = {
  name: 'Aurora School of Photography',
  slug: 'aurora',
  coupon: { code: 'WELCOME20', percentOff: 20 },
  courses: [
    {
      title: 'Seeing light',
      slug: 'seeing-light',
      cover: 'cover-waves.webp',
      coverAlt: 'Soft bands of light over a dark sea',
      description: [
        'Good photographs begin before the camera is lifted. This course trains the eye first: where light comes from, what it does to a face or a wall, and when to wait for it.',
        '# How it works',
        'Short films show one thing at a time. Each section ends with something to try on your own street, with whatever camera you have.',
      ],
      level: 'beginner',
      offer: { amount: 4900, title: 'The whole course' },
      outcomes: [
        'Read the direction, quality and colour of any light',
        'Choose the hour and the place before you choose the lens',
        'Light a portrait with one window',
        'Edit a series down to the five that matter',
      ],
      sections: [
        {
          title: 'Learning to look',
          lessons: [
            { title: 'Where light comes from', isPreview: true, video: true, body: ['Watch this once without taking notes. Then look up: name the source, its direction, and what it leaves in shadow.'] },
            {
              title: 'Hard and soft',
              body: [
                'A small source far away makes hard light: crisp edges, deep shadows, drama. A large source close by makes soft light: gentle edges, open shadows, calm.',
                '# Try it',
                'Hold your hand in the sun and look at the edge of its shadow. Now hold a sheet of paper between your hand and the sun.',
                '- The sun is enormous, and yet it is a hard light. Why?',
                '- An overcast sky is the largest soft box there is.',
                '- Bounce is light that has hit something first, and has taken its colour along.',
              ],
            },
          ],
        },
        {
          title: 'Putting it to use',
          lessons: [
            {
              title: 'One window',
              body: [
                'Put a chair an arm’s length from a window and turn it slowly. Stop at every quarter and take one frame. You have just seen the four lights that painters worked with for five centuries.',
              ],
            },
            {
              title: 'What did you see?',
              quiz: {
                passMark: 70,
                questions: [
                  { prompt: 'Which source gives the softest light on a face?', answers: ['The midday sun', '*A large window on an overcast day', 'A bare bulb across the room'], explanation: 'Softness comes from the size of the source as seen from the face.' },
                  { prompt: 'Which of these make a shadow softer?', answers: ['*Moving the source closer', '*Putting paper in front of it', 'Making it brighter'], explanation: 'Brightness changes exposure and never the edge of a shadow.' },
                  { prompt: 'Light that bounces off a red wall is …', answers: ['*reddish', 'white', 'bluish'], explanation: 'A surface keeps every colour but the one it sends on.' },
                ],
              },
            },
          ],
        },
      ],
      summary: 'Train your eye before your camera. Four short lessons on where light comes from, and what to do with it.',
    },
    {
      title: 'The quiet portrait',
      slug: 'the-quiet-portrait',
      cover: 'cover-arcs.webp',
      coverAlt: 'Overlapping arcs in warm colours',
      description: ['How to make people forget that you are there, and what to say when they do not.'],
      level: 'intermediate',
      offer: { amount: 7900, title: 'The whole course' },
      outcomes: ['Put anybody at ease within five minutes', 'Direct without posing', 'Know when you have it'],
      sections: [{ title: 'Before the first frame', lessons: [{ title: 'The room', isPreview: true, body: ['Arrive early. Move one thing that should not be there. Find the light before the person arrives, so that you can look at the person.'] }, { title: 'The first question', body: ['Ask something whose answer you do not know, and photograph the thinking.'] }] }],
      summary: 'Make people forget the camera, and know what to say when they cannot.',
    },
    {
      title: 'A walk with your phone',
      slug: 'a-walk-with-your-phone',
      cover: 'cover-stones.webp',
      coverAlt: 'Rounded stones in soft colours',
      description: ['One walk, one hour, twelve frames. A free course for the camera that is always with you.'],
      level: 'all',
      offer: { free: true, title: 'Free course' },
      outcomes: ['Take twelve frames you would hang on a wall'],
      sections: [{ title: 'The walk', lessons: [{ title: 'Twelve frames', isPreview: true, body: ['Leave the house. Turn left. You may take twelve photographs before you are back, and you may not delete one.'] }] }],
      summary: 'One walk, one hour, twelve frames. Free.',
    },
  ],
  home: {
    title: 'Home',
    callToAction: { buttonLabel: 'See the courses', detail: 'The first lesson of every course is open to everybody.', heading: 'Go out and look' },
    coursesHeading: 'Courses',
    faq: [
      { question: 'Do I need an expensive camera?', answer: 'No. Everything in the first two courses works with a phone. What we train is the eye.' },
      { question: 'How long do I have access?', answer: 'For ever. Buy a course once and come back to it whenever you like.' },
      { question: 'Will I get a certificate?', answer: 'Yes. Finish every lesson and pass the quiz, and a certificate with your name is made for you. Anyone can check it by its number.' },
    ],
    faqHeading: 'Questions',
    hero: {
      buttonLabel: 'Start with light',
      detail: 'Short, exact courses on photography, taught by people who do it for a living.',
      image: 'cover-planes.webp',
      imageAlt: 'Planes of colour that meet at a horizon',
      promise: 'Learn to see what everyone else walks past',
    },
    testimonials: [
      { name: 'Maya R.', quote: 'I had read three books about light and understood it in the second lesson here.', role: 'Student of Seeing light' },
      { name: 'Jonas K.', quote: 'No gear talk, no rush. I take fewer photographs now, and keep more of them.', role: 'Student of The quiet portrait' },
    ],
    testimonialsHeading: 'What students say',
  },
  people: [
    { email: 'owner@aurora.test', name: 'Nora Lindqvist', roles: ['owner', 'instructor', 'student'] },
    { email: 'student@aurora.test', name: 'Sam Porter', roles: ['student'] },
  ],
  settings: { accent: '#3b5bdb', currency: 'USD', fontPair: 'modern', locale: 'en', radius: '10', tagline: 'Short, exact courses on photography.', timeZone: 'America/New_York' },
  video: 'lesson-1.mp4',
}
