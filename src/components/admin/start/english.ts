const count = (value: number, one: string, other: string): string =>
  `${value} ${value === 1 ? one : other}`

/** The start page in English; the shape that the other languages follow. */
export const english = {
  about: (school: string) => `What needs you at ${school}, and how the last 30 days went.`,
  all: 'All',
  amount: 'Paid',
  asTable: 'As a table',
  average: (percent: string) => `Average progress ${percent}`,
  change: (percent: null | number, number: Intl.NumberFormat) =>
    percent === null
      ? 'Nothing before to compare with'
      : percent === 0
        ? 'As in the 30 days before'
        : `${number.format(Math.abs(percent))}% ${percent > 0 ? 'more' : 'less'} than in the 30 days before`,
  chart: (sum: string, most: string) =>
    `Sales of the last 30 days by day: ${sum} in all, ${most} on the best day.`,
  day: 'Day',
  done: 'Done',
  draftsTitle: (total: number): string =>
    total > 0 ? `Not published yet: ${total}` : 'Not published yet',
  hello: (name: string) => (name ? `Hello, ${name}` : 'Hello'),
  holds: (courses: string, accounts: string) => `Courses: ${courses} · Accounts: ${accounts}`,
  kind: { courses: 'Course', lessons: 'Lesson', pages: 'Page', quizzes: 'Quiz' },
  noDrafts: 'Everything you have written is published.',
  noOrders: 'Orders appear here as they come.',
  noSales: 'No sales in the last 30 days. They appear here by day.',
  noSchools: 'There are no schools yet.',
  noStuck: 'Nobody has stopped in the middle of a course.',
  numbers: {
    completions: 'Courses completed',
    learners: 'New learners',
    lessons: 'Lessons completed',
    sales: 'Sales',
  },
  numbersTitle: 'The last 30 days',
  orders: 'Orders',
  ordersTitle: 'Recent orders',
  platform: 'The newest schools on this installation.',
  salesTitle: 'Sales by day, last 30 days',
  schoolsTitle: 'Schools',
  status: {
    cancelled: 'Cancelled',
    expired: 'Expired',
    failed: 'Payment failed',
    paid: 'Paid',
    pending: 'Waiting for payment',
  },
  steps: {
    brand: {
      label: 'Give your school its look',
      why: 'A colour and a logo, on every page, mail and certificate.',
    },
    colleague: {
      label: 'Invite a colleague',
      why: 'Make an account with a role: to teach, to support, to run the school with you.',
    },
    course: { label: 'Start your first course', why: 'A title is enough to begin with.' },
    domain: {
      label: 'Use an address of your own',
      why: 'Learners find you at a name that is yours.',
    },
    home: {
      label: 'Publish your home page',
      why: 'The page addressed “home” is the first thing visitors see.',
    },
    lesson: {
      label: 'Publish a lesson',
      why: 'A course can be taken once something in it is published.',
    },
    payments: {
      label: 'Connect a payment provider',
      why: 'Until then purchases go through a test gateway and no money moves. PayPal or Razorpay takes a few minutes.',
    },
    price: {
      label: 'Put a course on sale',
      why: 'An offer says what a course costs, or that it is free.',
    },
  },
  stepsDone: (done: number, all: number) => `${done} of ${count(all, 'step', 'steps')} done`,
  stepsTitle: 'First steps',
  stuckTitle: 'Away for two weeks or more',
  toDo: 'To do',
  untitled: 'Untitled',
}

/** What every language says. */
export type StartWords = typeof english
