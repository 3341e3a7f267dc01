/** Names that say nothing about what is inside. */
const EMPTY_NAMES = [
  'common',
  'helpers',
  'manager',
  'misc',
  'service',
  'support',
  'utils',
  'vendor',
]

/**
 * @param {string} text in kebab-case or camelCase
 * @returns {string[]} its words in lower case
 */
const wordsOf = (text) =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split('-')

const capital = (/** @type {string} */ word) => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * Every form of a name that the files of a domain need.
 * @typedef {{ camel: string, kebab: string, pascal: string, title: string }} Name
 */

/**
 * @param {string} text
 * @returns {Name}
 */
export const nameFrom = (text) => {
  const words = wordsOf(text)
  const pascal = words.map(capital).join('')

  return {
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    kebab: words.join('-'),
    pascal,
    title: capital(words.join(' ')),
  }
}

/**
 * What is wrong with a name of a domain or collection, or undefined.
 * @param {string | undefined} text
 */
export const faultOf = (text) => {
  if (!text || !/^[a-z][a-zA-Z0-9]*(-[a-z0-9]+)*$/.test(text) || text.length > 24) {
    return 'A name is lower-case words joined by hyphens, 24 characters at most: npm run domain gift-cards'
  }

  return EMPTY_NAMES.includes(text) ? `"${text}" says nothing about what is inside.` : undefined
}
