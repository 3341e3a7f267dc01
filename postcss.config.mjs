/** Tailwind reads its configuration from `src/app/globals.css`. */
const config = { plugins: { '@tailwindcss/postcss': {} } }

export default config
