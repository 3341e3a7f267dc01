import type { SeedSchool } from '../types'

import { saltwaterCourses } from './saltwaterCourses'
import { saltwaterSales } from './saltwaterSales'

/** The third demo school: sailing, in euros, with three teachers, and books that have something in them. */
export const saltwater: SeedSchool = {
  name: 'Saltwater Sailing School',
  slug: 'saltwater',
  bundle: {
    amount: 11_900,
    courses: ['reading-the-water', 'tides-and-charts'],
    title: 'Water and charts together',
  },
  categories: [
    {
      name: 'Sailing',
      slug: 'sailing',
      description: 'Wind, water and the boat between them.',
    },
    { name: 'Navigation', slug: 'navigation', below: 'sailing' },
    {
      name: 'Seamanship',
      slug: 'seamanship',
      below: 'sailing',
      description: 'What the hands have to know by themselves.',
    },
  ],
  coupon: { code: 'FAIRWIND', percentOff: 15 },
  courses: saltwaterCourses,
  home: {
    callToAction: {
      buttonLabel: 'All courses',
      detail: 'The first lesson of every course is open to everybody.',
      heading: 'The next tide is yours',
    },
    coursesHeading: 'Courses',
    faq: [
      {
        answer:
          'No. Everything here can be practised on land first: with a chart, a rope and a window.',
        question: 'Do I need a boat?',
      },
      {
        answer:
          'What you buy stays yours. With the whole harbour every course is open for as long as you subscribe, and you can leave at the end of any month.',
        question: 'One course, or all of them?',
      },
      {
        answer: 'Yes. We send it on the day that you choose, with your words.',
        question: 'Can I give a course to somebody?',
      },
    ],
    faqHeading: 'Before you cast off',
    hero: {
      buttonLabel: 'Read the water',
      detail: 'Short courses by three skippers who teach what they do at sea every week.',
      image: 'cover-sails.webp',
      imageAlt: 'A boat under two sails on a calm swell, a low sun behind it',
      promise: 'Learn to see the wind before it arrives',
    },
    testimonials: [
      {
        name: 'Lena',
        quote: 'I had sailed for ten years and never looked up. Now I see the gust coming.',
        role: 'Reading the water',
      },
      {
        name: 'Marc',
        quote: 'The tide tables finally make sense, and so does my depth sounder.',
        role: 'Tides and charts',
      },
    ],
    testimonialsHeading: 'Back in harbour',
    title: 'Home',
  },
  instructor: {
    name: 'Ines Duarte',
    slug: 'ines-duarte',
    bio: 'I skippered deliveries between Lisbon and the Azores for eleven years, and opened Saltwater to teach what nobody had told me in time.\n\nI teach the eye first. Instruments come second.',
    certifications: [
      { issuer: 'Portuguese Navigation School', title: 'Yachtmaster Ocean', year: 2011 },
    ],
    credentials: ['Forty thousand miles under sail', 'Author of “The Wind Arrives Late”'],
    headline: 'Skipper and teacher',
    history: [
      { place: 'Saltwater', role: 'Founder and teacher', since: 2019 },
      { place: 'Atlantic deliveries', role: 'Skipper', since: 2008, until: 2019 },
    ],
  },
  membership: { amount: 1900, isLibrary: true, title: 'The whole harbour', trialDays: 0 },
  people: [
    {
      name: 'Ines Duarte',
      email: 'owner@saltwater.test',
      roles: ['owner', 'instructor', 'student'],
    },
    { name: 'Tomás Reis', email: 'tomas@saltwater.test', roles: ['instructor', 'student'] },
    { name: 'Hanne Vik', email: 'hanne@saltwater.test', roles: ['instructor', 'student'] },
    { name: 'Sam Okoro', email: 'student@saltwater.test', roles: ['student'] },
    { name: 'Nora Lind', email: 'nora@saltwater.test', roles: ['student'] },
    { name: 'Lena Brandt', email: 'lena@saltwater.test', roles: ['student'] },
    { name: 'Marc Petit', email: 'marc@saltwater.test', roles: ['student'] },
    { name: 'Joana Pires', email: 'joana@saltwater.test', roles: ['student'] },
    { name: 'Oliver Shaw', email: 'oliver@saltwater.test', roles: ['student'] },
  ],
  sales: saltwaterSales,
  settings: {
    accent: '#12606f',
    commerce: {
      currencies: [
        { conversion: 'own', currency: 'USD', rate: '1.08', rounding: 'whole' },
        { conversion: 'own', currency: 'GBP', rate: '0.86', rounding: 'ninetyNine' },
        { conversion: 'daily', currency: 'CHF', rounding: 'five' },
      ],
      earnings: { holdingDays: 0, schedule: 'byHand' },
      invoicing: {
        address: 'Rua do Cais 12\n1200-162 Lisboa\nPortugal',
        legalName: 'Saltwater Sailing School, Lda',
        taxId: 'PT501234567',
      },
      taxation: { country: 'PT', isCharged: true, isIncluded: true, source: 'table' },
    },
    currency: 'EUR',
    fontPair: 'friendly',
    locale: 'en',
    profile: {
      address: 'Rua do Cais 12, Lisbon',
      phone: '+351 21 555 0143',
      socials: 'https://www.instagram.com/saltwater.sailing',
      story:
        'Saltwater began with one boat, two friends and a very long winter in Lisbon.\n\nToday three skippers write the courses together. Whoever writes one earns of it, month by month, and can see of what.',
    },
    radius: '10',
    tagline: 'Short courses for people who want to sail by looking.',
    timeZone: 'Europe/Lisbon',
  },
  video: 'lesson-1.mp4',
}
